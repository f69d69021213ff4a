// The emulator's own JSON API and its stream of events.
export class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch (error) {
    throw new Refused(0, "Unreachable", String(error));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.error?.code ?? "", answer.error?.message ?? "");
  return answer;
}

const chat = (code, rest = "") => `/api/chats/${encodeURIComponent(code)}${rest}`;

export const server = {
  people: () => call("GET", "/api/people"),
  chat: (code) => call("GET", chat(code)),
  raw: (code, id) => call("GET", chat(code, `/activities/${encodeURIComponent(id)}`)),
  open: (code) => call("POST", chat(code, "/open"), {}),
  remove: (code) => call("POST", chat(code, "/remove"), {}),
  write: (code, text) => call("POST", chat(code, "/messages"), { text }),
  edit: (code, activity, text) => call("POST", chat(code, "/edit"), { activity, text }),
  erase: (code, activity) => call("POST", chat(code, "/delete"), { activity }),
  press: (code, press) => call("POST", chat(code, "/press"), press),
  clock: () => call("GET", "/api/clock"),
  moveClock: (to) => call("POST", "/api/clock", { to }),
};

// Calls *onEvent* with each event, and *onBack* when the stream is back after a break, as events were missed then.
export function listen(onEvent, onBack) {
  const stream = new EventSource("/api/events");
  let wasOpen = false;
  stream.addEventListener("open", () => {
    if (wasOpen) onBack();
    wasOpen = true;
  });
  stream.addEventListener("message", (message) => onEvent(JSON.parse(message.data)));
}
