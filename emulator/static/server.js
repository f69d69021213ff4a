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

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);

// What a person can do in a room; the room of a personal chat has the person's code as its name.
export class Room {
  constructor(name, viewer) {
    this.name = name;
    this.as = viewer;
    this.path = `/api/rooms/${encodeURIComponent(name)}`;
  }

  read() {
    return get(`${this.path}?as=${encodeURIComponent(this.as)}`);
  }

  raw(id) {
    return get(`${this.path}/activities/${encodeURIComponent(id)}?as=${encodeURIComponent(this.as)}`);
  }

  // *what* is install, remove, messages, press, task, compose, search, refresh, signin, consent, edit, delete, undelete, react, typing or members.
  act(what, body = {}) {
    return post(`${this.path}/${what}`, { as: this.as, ...body });
  }
}

export const server = {
  people: () => get("/api/people"),
  rooms: () => get("/api/rooms"),
  makeRoom: (room) => post("/api/rooms", room),
  tab: (code) => get(`/api/tab?as=${encodeURIComponent(code)}`),
  clock: () => get("/api/clock"),
  moveClock: (to) => post("/api/clock", { to }),
  faults: () => get("/api/faults"),
  addFaults: (body) => post("/api/faults", body),
  clearFaults: () => call("DELETE", "/api/faults"),
  limits: () => get("/api/limits"),
  setLimits: (limits) => post("/api/limits", limits),
  log: (kind, since = 0) => get(`/api/log?kind=${kind}&since=${since}`),
  traffic: (asked) => get(`/api/traffic?${new URLSearchParams(asked)}`),
  exchange: (seq) => get(`/api/traffic/${seq}`),
  stories: () => get("/api/stories"),
  story: (name) => get(`/api/stories/${encodeURIComponent(name)}`),
  tellStory: (what, body) => post(`/api/stories/${what}`, body),
  forgetStory: (name) => call("DELETE", `/api/stories/${encodeURIComponent(name)}`),
};

// The stream of events for those who look. *onBack* is called when it is back after a break, as events were missed then.
export class Events {
  constructor(onEvent, onBack) {
    this.onEvent = onEvent;
    this.onBack = onBack;
    this.viewers = null;
  }

  // Listens as these people; cards that are their own are then kept up to date for them.
  listen(viewers) {
    const wanted = [...new Set(viewers)].sort().join(",");
    if (wanted === this.viewers) return;
    this.viewers = wanted;
    const stream = new EventSource(`/api/events?viewers=${encodeURIComponent(wanted)}`);
    let wasOpen = false;
    stream.addEventListener("open", () => {
      if (wasOpen) this.onBack();
      else this.turnTo(stream);
      wasOpen = true;
    });
    stream.addEventListener("message", (message) => stream === this.stream && this.onEvent(JSON.parse(message.data)));
  }

  // The stream before goes on until the new one has begun, so that nothing is missed between them.
  turnTo(stream) {
    this.stream?.close();
    this.stream = stream;
  }
}
