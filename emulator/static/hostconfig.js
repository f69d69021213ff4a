// How cards look: Adaptive Cards' host configuration, in the colours that cards.css names.
const ink = (name, subtle) => ({ default: `var(--card-${name})`, subtle: `var(--card-${subtle})` });
const inks = {
  default: ink("ink", "ink-2"),
  dark: ink("ink", "ink-2"),
  light: ink("ink-2", "ink-3"),
  accent: ink("accent", "accent"),
  good: ink("good", "good"),
  warning: ink("warning", "warning"),
  attention: ink("attention", "attention"),
};
const surface = (name) => ({ backgroundColor: `var(--card-${name})`, borderColor: "var(--card-line)", foregroundColors: inks });

export const HOST = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 14, medium: 15, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 640 },
  lineHeights: { small: 18, default: 20, medium: 21, large: 24, extraLarge: 30 },
  spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--card-line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: surface("surface"),
    emphasis: surface("emphasis"),
    accent: surface("accent-soft"),
    good: surface("good-soft"),
    warning: surface("warning-soft"),
    attention: surface("attention-soft"),
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", color: "default", size: "small", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder", color: "default", size: "small" },
    },
    errorMessage: { color: "attention", weight: "bolder", size: "small", spacing: "small" },
  },
  textBlock: { headingLevel: 3 }, // a chat's heading is the second level
  factSet: {
    title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 130 },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 14,
  },
  adaptiveCard: { allowCustomStyle: false },
};
