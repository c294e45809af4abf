import type { PromptPartKind } from "../../domain/promptParts";
import type { Setting } from "../../domain/setting";
import type { LoadPhase } from "../../model/progress";
import type { Table } from "../../store/tables";

const counted = (number: number, noun: string, plural = `${noun}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;

/**
 * Every word of the interface, in English: the catalogue whose shape the other languages take on.
 *
 * A section is a part of the page. Where a phrase holds a number or a name it is a function, so that each language can
 * build its own sentence. What the model reads (src/domain/prompt.ts) is not here: it stays English.
 */
const en = {
  /** The language's own name. */
  language: "English",

  /** What the settings are called on the page, and a line on each. */
  settings: {
    "preferred-only": {
      name: "Liked only",
      line: "The model sees only the calls that were liked. What was disliked stays hidden from it.",
    },
    "rating-integrated": {
      name: "With ratings",
      line: "The model sees every call, each with its rating: liked, disliked, or not rated.",
    },
    chronological: {
      name: "In order",
      line: "The model sees every call in order but no ratings: what was called later should count more.",
    },
  } satisfies Record<Setting, { name: string; line: string }>,

  /** Time that work takes or that is left. */
  time: {
    soon: "a few seconds",
    seconds: (seconds: number) => `about ${seconds} seconds`,
    minutes: (minutes: number) => (minutes === 1 ? "about a minute" : `about ${minutes} minutes`),
    runs: (runs: number) => counted(runs, "run"),
  },

  /** A change of one call, for after an "if". */
  flips: {
    liked: (tool: string) => `${tool} were liked`,
    disliked: (tool: string) => `${tool} were disliked`,
    unrated: (tool: string) => `${tool} were not rated`,
    removed: (tool: string) => `${tool} were not there`,
    someCall: "a call",
  },

  topBar: {
    importTools: "Import tools",
    yourData: "Your data",
    language: "Language",
  },

  page: {
    title: "PEToolLLaMA Live",
    unopened: "This page could not be opened",
    reload: "Reload",
  },

  dialog: { close: "Close" },

  copy: { copied: "Copied" },

  users: { whose: "Whose history?" },

  saveState: {
    saved: "saved on this device",
    saving: "saving …",
    memory: "kept until you close the page",
    failed: "not saved",
  },

  history: {
    title: (name: string) => `What ${name} did before`,
    count: (calls: number) => `${counted(calls, "call")}, newest first`,
    add: "Add",
    showAll: (calls: number) => `Show all ${calls} calls`,
    empty:
      "No calls yet. With an empty history the model can only go by the query: add a call, and see what changes.",
    list: "Calls, newest first",
    drag: (tool: string) => `Drag ${tool}`,
    dragHint: "Drag to reorder",
  },

  /** A past call in the history. */
  card: {
    preview: "Only a preview: the history stays as it is",
    spokeFor: (weight: string) => `Spoke for the choice (${weight})`,
    spokeAgainst: (weight: string) => `Spoke against the choice (${weight})`,
    noDifference: "Made no difference",
    moveNewer: "Move towards newer",
    moveOlder: "Move towards older",
    edit: "Edit",
    editHint: "Edit tool and parameters",
    delete: "Delete",
  },

  rating: {
    of: (tool: string) => `Rating of ${tool}`,
    liked: "Liked",
    disliked: "Disliked",
    unrated: "Not rated",
  },

  /** Adding or editing a past call. */
  callDialog: {
    edit: "Edit this call",
    add: "Add a call to the history",
    choosing: "Choose the tool that was called.",
    filling: "What the person called, with which parameters.",
    tools: "Tools",
    changeTool: "Change tool",
    unknownTool: "This tool is not in the catalogue any more, so its parameters can't be checked.",
    noParameters: "This tool takes no parameters.",
    rating: "Rating",
    cancel: "Cancel",
    save: "Save",
    saveNew: "Add",
  },

  /** One parameter in a form. */
  field: {
    required: "required",
    unknown: "unknown",
    notSet: "not set",
    remove: (parameter: string) => `Remove ${parameter}`,
  },

  toolPicker: {
    placeholder: "Search by task, provider or name",
    taken: "Already among the candidates",
    none: (text: string) => `No tool matches “${text}”.`,
  },

  ask: {
    title: (name: string) => `What does ${name} ask for now?`,
    titleOfNobody: "What does the person ask for now?",
    placeholder: "For example: Will it rain in Oslo tomorrow?",
    others: "Other suggestions",
    /** Above the three settings. */
    setting: "What the model sees of the history",
  },

  candidates: {
    title: (tools: number) => `${counted(tools, "tool")} to choose from`,
    chosen: (all: number) => `Chosen by hand, out of ${all.toLocaleString("en")} on this page.`,
    proposed: (all: number) => `Proposed for this query, out of ${all.toLocaleString("en")} on this page.`,
    propose: "Propose again",
    add: "Add",
    full: (most: number) => `At most ${most}: remove one first`,
    noQuery: "Ask something, and fitting tools appear here.",
    none: "No tools. Add one, or propose again.",
    dialog: "Add a candidate",
    dialogHint: "It joins the tools that the model chooses from.",
    tools: "Tools",
    together: (tools: number, share: string) => `${tools} together ${share}`,
    togetherHint: "Candidates that the model has not told apart yet",
    fits: "fits the request",
    fit: (share: string) => `Fits the request: ${share}`,
    without: (share: string) => `${share} without any history`,
    remove: (tool: string) => `Remove ${tool}`,
    removeHint: "Remove",
  },

  /** The line above the candidates' bars. */
  ranking: {
    compare: "Compare with an empty history",
    preview: "A preview: the history is as it was.",
    running: "Telling the others apart …",
    failed: (fault: string) => `The others could not be told apart: ${fault}`,
    without: "Asking again without any history …",
    mark: (name: string) =>
      `without ${name}’s history; the number tells what the history added, in points of a hundred.`,
    markOfNobody:
      "without the person’s history; the number tells what the history added, in points of a hundred.",
    prefers: (name: string) => `${name} prefers it`,
    prefersOfNobody: "the person prefers it",
    fits: "it fits the request",
  },

  selection: {
    title: "The model picks",
    spoken: (tool: string, share: string) => `Selected ${tool}, ${share} sure.`,
    retry: "Try again",
    noQuery: "Ask something, and the choice appears here.",
    noTools: "Add at least one tool to choose from.",
    before: "Before your change it was",
    /** After a percentage. */
    sure: "sure",
    slow: "of one to three minutes: no GPU",
    toChoice: "Go to the choice",
    status: {
      idle: "Nothing to ask",
      "waiting-for-model": "Waiting for the model",
      reading: "Reading the prompt",
      writing: "Writing the call",
      done: "Up to date",
      error: "Stopped",
    },
    /** Why there is no choice, by the model's status. */
    missing: {
      looking: "Looking for the model.",
      unsupported:
        "The model can't run in this browser, so there is no choice to show. You can still edit the history.",
      asking: "The model waits for your permission. You can rate and edit the history meanwhile.",
      elsewhere:
        "The model runs in another tab of this browser. You can rate and edit the history here all the same.",
      absent:
        "No model is loaded yet. You can rate and edit the history; the choice appears as soon as a model is there.",
      loading:
        "The model is on its way. You can rate and edit the history meanwhile; the choice comes by itself.",
      failed: "The model could not be loaded. You can rate and edit the history; try again below.",
    },
  },

  /** The parameters of the selected call. */
  call: {
    parameters: "Parameters of the call",
    writing: "Writing the parameters …",
    none: "Called without parameters.",
    origins: {
      query: "from the query",
      history: "from the history",
      default: "the tool’s default",
      own: "the model’s own",
    },
  },

  /** Below the selected call. */
  facts: {
    json: "The call as JSON",
    copy: "Copy the call",
    took: "Took",
    read: "Read",
    wrote: "Wrote",
    tokens: (tokens: number) => counted(tokens, "token"),
    dropped: (calls: number) =>
      `The history was too long for the model: ${calls === 1 ? "the oldest call was" : `the ${calls} oldest calls were`} left out.`,
  },

  mock: {
    pretend: "Pretend to call it",
    label: "Mock",
    made: "Made up here in the shape of the tool’s document; nobody was asked.",
    none: "The document of this tool has no response in it, so there is none to show.",
    accept: "Accept: add this call to the history",
    accepted: "It is now the newest call of the history. Rate it there.",
  },

  /** A preview of another choice, while a past call is held. */
  preview: {
    whatIf: (condition: string) => `What if ${condition}?`,
    /** Before a tool's name. */
    whatIfShort: "What if:",
    notYet: "The preview comes once the model has chosen.",
    same: "The choice would stay the same.",
    other: "The choice would be another.",
    asking: "Asking the model …",
  },

  explain: {
    title: "Look behind the choice",
    close: "Close the explanation",
    closeHint: "Close",
    tabs: "Explanations",
    why: "Why?",
    whatIf: "What if?",
    settings: "Settings",
    hood: "Under the hood",
    hint: "Three of these ask the model again in the background, again and again: they run while they are open, and stop with your next edit.",
    waiting: "Waits until the model has chosen.",
    progress: (what: string, done: number, total: number) => `${what}: ${done} of ${total}`,
    left: (time: string) => `${time} left`,
  },

  why: {
    running: "Leaving out one call after the other",
    empty: "The model saw no call of the history: only the query spoke.",
    spokeFor: (provider: string) => `What spoke for ${provider}`,
    spokeAgainst: (provider: string) => `What spoke against ${provider}`,
    none: "No single call did.",
    noneYet: "None so far.",
    silent: (calls: number) => `${counted(calls, "call")} made no difference.`,
    about: (provider: string | null, effort: string | null) =>
      `Each number is the change in log-odds for ${provider ?? "the chosen provider"} when the model reads the history without that one call${effort ? ` (${effort})` : ""}. Calls that matter only together don’t show up here.`,
  },

  whatIf: {
    /** One sentence: `hold` in bold, `key`, the key W, and how the call would be otherwise. */
    hold: "Hold a call",
    key: "of the history (or press",
    removed: "on it) to see what would be chosen if it had never been made. The history stays as it is.",
    opposite:
      "on it) to see what would be chosen if it were rated the other way. The history stays as it is.",
    title: "The smallest change that flips the choice",
    running: "Trying changes",
    stop: "Stop",
    /** One sentence: `found`, a tool in bold, `ifThat`. */
    found: (tries: number) => `Found after ${counted(tries, "try", "tries")}: the model would pick`,
    ifThat: (conditions: readonly string[]) => `if ${conditions.join(", and ")}.`,
    apply: "Apply this change",
    nothingToTry: "There is no call whose rating the model could see changed.",
    none: (changes: number) =>
      `None of ${counted(changes, "change")} flipped it: neither one call nor two, of those that moved the choice most. A larger change, or one not tried, still may.`,
    about: (effort: string) =>
      `Tries other ratings for one call, then for two, beginning with those that spoke most for the choice: at most ${effort}.`,
    search: "Search",
  },

  /** The three settings side by side. */
  settingsPanel: {
    running: "Asking under each setting",
    caption: "How likely each tool is under each setting",
  },

  hood: {
    stale: "Of the selection before: a newer one is under way.",
    reading: "Reading (prefill)",
    writing: "Writing (decode)",
    computed: "Computed",
    answer: "The answer, token by token",
    answerHint: (tokens: number, choices: number) =>
      `${counted(tokens, "token")}; at ${choices} of them there was a choice. All others were the only ones that the rules of the answer allowed.`,
    forced: "The only token that was allowed",
    prompt: "The prompt, exactly",
    promptShort: "The prompt",
    copyPrompt: "Copy the prompt",
    legend: "Tokens of each kind of part",
    total: (tokens: number) => `of ${counted(tokens, "token")}`,
    part: (kind: string, tokens: number) => `${kind}: ${counted(tokens, "token")}`,
    kinds: {
      instruction: "Instruction",
      heading: "Headings",
      interaction: "History",
      candidate: "Candidates",
      query: "Query",
      frame: "Chat template",
    } satisfies Record<PromptPartKind, string>,
  },

  trailBar: {
    label: "Edits and the choices that they led to",
    nothingToUndo: "Nothing to undo",
    nothingToRedo: "Nothing to redo",
    undo: (edit: string) => `Undo: ${edit}`,
    redo: (edit: string) => `Redo: ${edit}`,
    undoKeys: (edit: string) => `Undo: ${edit} (Ctrl+Z)`,
    redoKeys: (edit: string) => `Redo: ${edit} (Ctrl+Shift+Z)`,
    back: (edit: string, tool: string, share: string) => `${edit}: ${tool}, ${share}. Go back to this.`,
    empty: "Each edit and the tool that it led to will stand here.",
  },

  toastList: {
    label: "Messages",
    undo: "Undo",
    dismiss: "Dismiss",
  },

  notices: {
    update: "A new version of this page is ready",
    updateHint: "Everything is saved. Until you reload, the page stays as it is.",
    reload: "Reload",
    unsupported: "The model can't run in this browser",
    missing: (needs: string) => `Missing: ${needs}.`,
    nothingDownloaded: "Nothing was downloaded. You can still look at the history and edit it.",
    damaged: "Some stored data was damaged",
    damagedHint: (entries: number) =>
      `${entries === 1 ? "One entry was" : `${entries} entries were`} mended or set aside; nothing was thrown away.`,
    look: (entries: number) => `Look at ${entries === 1 ? "it" : "them"}`,
    memory: "Changes are kept only until you close this page",
    saveAgain: "Try to save again",
    saving: "Trying …",
    stillNotSaved: (fault: string) => `Still not saved. ${fault}`,
  },

  /** The model: what it is, how it is loaded, and which others there are. */
  modelPanel: {
    nameless: "The model",
    status: {
      looking: "Looking",
      unsupported: "Can't run here",
      asking: "Waits for you",
      absent: "Not loaded",
      elsewhere: "In another tab",
      loading: "Loading",
      ready: "Ready",
      failed: "Stopped",
    },
    recovering: "It is being loaded again by itself.",
    cancel: "Cancel",
    toDownload: (missing: string) =>
      `It runs in this browser alone: ${missing} to download, once. Nothing you write leaves this device.`,
    toContinue: (missing: string, here: string, size: string) =>
      `It runs in this browser alone: ${missing} to download, ${here} of ${size} are already here. Nothing you write leaves this device.`,
    stored: "It is stored on this device.",
    load: "Load the model",
    loadContinue: "Continue loading the model",
    loadSize: (size: string) => `Load the model (${size})`,
    elsewhere:
      "Another tab of this browser has the model, and the graphics device carries one. You can edit here all the same; what you change shows there, too. The model comes here when that tab is closed.",
    takeOver: "Use it here instead",
    looking: "Looking for the model and for a graphics device …",
    nothingDownloaded: "Nothing was downloaded.",
    software: (adapter: string) =>
      `No graphics device found (${adapter}): the model runs on the processor, and a selection takes one to three minutes. A graphics device is far quicker.`,
    delete: (size: string) => `Delete from this browser (${size})`,
    models: "Models",
    retry: "Try again",
    smaller: (tokens: number) => `Load with a smaller context (${tokens.toLocaleString("en")} tokens)`,
    /** One sentence each, after the model's name. */
    base: "is a base model. Nobody has trained it to follow a person's taste: it reads the history as part of its instructions, and when its choice matches the ratings that may be chance.",
    trained: "was trained to follow what a person liked before.",
  },

  modelProgress: {
    label: "Loading the model",
    starting: "Starting …",
    phases: {
      check: "Checking what is stored …",
      download: "Downloading …",
      load: "Loading onto the graphics device …",
      compile: "Preparing the graphics programs …",
      ready: "Ready …",
    } satisfies Record<LoadPhase, string>,
    bytes: (done: string, total: string) => `${done} of ${total}`,
    speed: (bytes: string, left: string) => `${bytes}/s, ${left} left`,
    measuring: "measuring the speed",
  },

  /** Whether the model can run here, said before anything is downloaded. */
  modelCheck: {
    yes: "Yes, it can run here.",
    no: "No, there is too little room to store it.",
    someDevice: "a graphics device",
    free: (size: string) => `${size} free`,
    freeUnknown: "the browser doesn't tell how much room it has",
    found: (device: string, needed: string, room: string) =>
      `Device: ${device}, with all that the model needs. Storage: ${needed} needed, ${room}.`,
  },

  modelFacts: {
    size: "Size",
    sizeOf: (size: string, millions: number) => `${size}, ${millions} million parameters`,
    from: "From",
    reads: "Reads",
    upTo: (tokens: number) => `up to ${tokens.toLocaleString("en")} tokens`,
    runsOn: "Runs on",
    software: (adapter: string) => `${adapter} (the processor, slow)`,
    noDevice: "no graphics device",
    licence: "Licence",
  },

  modelTrust: {
    changed: "This model's program has changed since you allowed it. Let the new one run?",
    elsewhere: "This model comes from another site and brings a program of its own. Let it run?",
    from: "From",
    hint: "It runs in this browser, sealed off from your files. Allow it only if you trust who made it. You are asked once, and again if it changes.",
    allow: "Allow and load",
  },

  modelShelf: {
    title: "Models",
    hint: "What this browser has stored, and where another model lies.",
    none: "No model is stored in this browser.",
    free: (size: string) => `The browser has room for ${size} more.`,
    address: "Another model: the address of its folder",
    placeholder: "https://…/my-model/",
    open: "Open",
    addressHint:
      "The page opens anew and may then connect to that address too. Nothing of the model runs before you allow it.",
    inUse: "in use here",
    part: (here: string, total: string) => `${here} of ${total}`,
    stored: (size: string, since: string | null, version: string, folder: string) =>
      `${size}${since ? `, stored ${since}` : ""}, version ${version}, from ${folder}`,
    checking: "Checking every file …",
    sound: "Checked: every file is as it was published.",
    wrong: (files: readonly string[]) =>
      `Checked: ${files.join(", ")} missing or wrong, and deleted. Load the model again to mend it.`,
    use: "Use",
    check: "Check",
    delete: "Delete",
  },

  /** The dialog "Your data". */
  data: {
    title: "Your data",
    hint: "Users, their past calls, imported tools and settings. All of it stays in this browser, unless you take it out.",
    space: (used: string, free: string) =>
      `This page, with its stored models, uses ${used}; ${free} more are free.`,
    persisted: "The browser won't delete it by itself.",
    notPersisted: "When space runs out, the browser may delete it: an export is the safe copy.",
    export: "Export",
    exportHint: "Everything as one JSON file, which this page reads again, here or elsewhere.",
    exportAll: "Export everything",
    reset: "Start over",
    resetQuestion:
      "This deletes all edits, imported tools and settings on this device, and brings the mock users back as they were. It can't be undone. Export everything first?",
    resetConfirm: "Delete and start over",
    resetCancel: "Keep it",
    resetBegin: "Reset to the mock users",
    resetDone: "The mock users are back.",
  },

  /** Importing an export. */
  dataImport: {
    title: "Import",
    hint: "A file from “Export everything”. You see what would change before it does.",
    choose: "Choose a file",
    working: "Working …",
    unchanged: "Nothing was changed.",
    done: (file: string) => `Imported from ${file}.`,
    how: "How to import",
    merge: "Merge.",
    mergeHint: "Add to what is here; where both differ, the file counts.",
    replace: "Replace.",
    replaceHint: "Only what the file holds remains.",
    kinds: {
      users: "Users",
      calls: "Past calls",
      tools: "Imported tools",
      settings: "Settings",
    },
    new: "new",
    changed: "changed",
    removed: "removed",
    same: "the same",
    none: "none",
    nothingNew: "Everything in this file is here already.",
    doMerge: "Merge the file in",
    doReplace: "Replace everything",
  },

  /** Stored entries that were damaged. */
  quarantine: {
    title: (entries: number) => `Set aside: ${entries === 1 ? "1 entry" : `${entries} entries`}`,
    hint: "These were damaged, or of a form that this version doesn't write. What could be mended is back in its place; here is how each was found.",
    kinds: {
      users: "A user",
      interactions: "A past call",
      tools: "An imported tool",
      preferences: "A setting",
      quarantine: "An entry of this list",
    } satisfies Record<Table, string>,
    mended: (kind: string) => `${kind}, mended`,
    more: (entries: number) => `Show ${entries} more`,
    download: "Download them",
    delete: "Delete them",
  },

  /** Importing tools. */
  toolImport: {
    title: "Import tools",
    hint: "An OpenAPI 3 or Swagger 2 document (JSON or YAML), or one tool document as JSON on each line. The file stays on this device.",
    choose: "Choose a file",
    drop: "or drop it here",
    reading: "Reading the file …",
    nothing: "Nothing was imported.",
    added: (tools: number, file: string) => `${counted(tools, "tool")} added from ${file}.`,
    replaced: (tools: number) => `${counted(tools, "tool")} of the same name replaced.`,
    yours: (tools: number) => `Your tools: ${tools.toLocaleString("en")}`,
    more: (tools: number) => `Show ${counted(tools, "more tool")}`,
    none: "You have not imported any tools yet.",
    remove: (tool: string) => `Remove ${tool}`,
    removeHint: "Remove",
  },
};

export default en;
