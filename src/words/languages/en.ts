import type { QuestionId } from "../../domain/makeUser";
import type { PresenterStep, TypeSize } from "../../domain/pageSwitches";
import type { BlindSpots } from "../../domain/blindSpots";
import type { EditPart } from "../../domain/edit";
import type { TextFault } from "../../domain/parameterText";
import type { PromptPartKind } from "../../domain/promptParts";
import type { Setting } from "../../domain/setting";
import type { ShortcutId, ShortcutPlace } from "../../domain/shortcuts";
import type { Parameter } from "../../domain/tool";
import type { CallFault } from "../../domain/toolCall";
import type { TourStop } from "../../domain/tour";
import type { Arrival, Trouble } from "../../model/fault";
import type { GpuReport, Lack } from "../../model/probe";
import type { LoadPhase } from "../../model/progress";
import type { CatalogueTrouble } from "../../store/catalogue";
import type { ImportTrouble } from "../../store/fault";
import type { JsonFault } from "../../store/jsonFault";
import type { StoreFault } from "../../store/storeError";
import type { Table } from "../../store/tables";
import type { TeachingFault } from "../../store/teachingFiles";
import type { ImportNote } from "../../store/toolImport";
import type { Sentences } from "../sentences";
import type { LinkTrouble } from "../../store/shareLink";

const counted = (number: number, noun: string, plural = `${noun}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;

/** A list with commas and one "and". */
const listed = (parts: readonly string[]) => new Intl.ListFormat("en-GB").format(parts);

const quoted = (file: string) => `"${file || "The file"}"`;
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
const mebibytes = (value: number) => (value >= 1 << 20 ? `${Math.floor(value / (1 << 20))} MiB` : `${value}`);
const millions = (characters: number) => `${(characters / 1e6).toFixed(1)} million characters`;

/** What came in place of a file, in brackets. */
function arrived({ answer, mishap }: Arrival): string {
  const came = answer ? `status ${answer.status}, ${answer.type ?? "no content type"}` : "no answer";
  switch (mishap?.code) {
    case undefined:
      return came;
    case "too-many":
      return `${came}, more than ${mishap.size} bytes`;
    case "miscounted":
      return `${came}, ${mishap.got} bytes instead of ${mishap.size}`;
    case "altered":
      return `${came}, altered content (its SHA-256 differs)`;
    case "broken-off":
      return `${came}, ${mishap.got} of ${mishap.size} bytes, then the connection broke`;
    case "stalled":
      return `${came}, ${mishap.got} of ${mishap.size} bytes, then nothing came for ${mishap.seconds} seconds`;
  }
}

const EXPECTED =
  "Expected an OpenAPI 3 or Swagger 2 document (JSON or YAML), or one tool document as JSON on each line.";
const MEND = "Correct it and import the file again.";

const noCatalogue = (why: string) =>
  `The tool catalogue could not be loaded: ${why}. Reload the page, or build it with npm start.`;
const inField = (path: string, why: string) => (path ? `field "${path}": ${why}` : why);

const jsonExpected: Record<JsonFault["expected"], string> = {
  value: "value",
  "value or ]": "first value or ]",
  key: "key",
  "key or }": "first key or }",
  colon: "a colon",
  "comma or end": "a comma or the end",
  end: "the end of the text",
};
const notJson = ({ expected, found }: JsonFault) =>
  `expected ${jsonExpected[expected]}, found ${found === null ? jsonExpected.end : JSON.stringify(found)}`;

/** What a parameter takes, for the line under its field. */
function expectation({ type, items, enum: allowed }: Pick<Parameter, "type" | "items" | "enum">): string {
  if (allowed) return `one of ${allowed.join(", ")}`;
  return {
    string: "text",
    integer: "a whole number, such as 3",
    number: "a number, such as 2.5",
    boolean: "true or false",
    array:
      items === "string" || !items ? "a list with commas between" : `a list of type ${items}, such as [1, 2]`,
    object: 'JSON, such as {"key": "value"}',
  }[type];
}

/**
 * Every word of the interface, in English: the catalogue whose shape the other languages take on.
 *
 * A section is a part of the page. Where a phrase holds a number or a name it is a function, so that each language can
 * build its own sentence. What the model reads (src/domain/prompt.ts) is not here: it stays English.
 */
const en = {
  /** The language's own name. */

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

  /** What a setting keeps from the model, in a sentence. */
  blindSpots: ({ liked, disliked, unrated, ratings, shown }: BlindSpots) => {
    const hidden = [
      ...(disliked > 0 ? [counted(disliked, "disliked call")] : []),
      ...(unrated > 0 ? [counted(unrated, "unrated call")] : []),
      ...(liked > 0 ? [counted(liked, "liked call")] : []),
    ];
    const count = liked + disliked + unrated;
    const also = ratings > 0 ? `, and so are the ratings of ${ratings}` : "";
    if (count > 0) return `${listed(hidden)} ${count === 1 ? "is" : "are"} invisible here${also}.`;
    if (ratings > 0)
      return `${counted(shown, "call")} ${shown === 1 ? "is" : "are"} shown, but ${ratings === 1 ? "one rating is" : `${ratings} ratings are`} invisible here.`;
    return shown === 0 ? "There was nothing to see." : "Nothing is invisible here.";
  },

  /** Edits: what they are called in the trail and for undo, and what is said of them. */
  edits: {
    parts: {
      asked: ({ query }) => `asked “${query}”`,
      "emptied-query": () => "emptied the query",
      "proposed-candidates": () => "let candidates be proposed",
      "chose-candidates": () => "chose candidates",
      "added-candidate": ({ tool }) => `added candidate ${tool}`,
      "removed-candidate": ({ tool }) => `removed candidate ${tool}`,
      set: ({ setting }) =>
        ({
          "preferred-only": "showed liked calls only",
          "rating-integrated": "showed all calls with ratings",
          chronological: "showed all calls in order",
        })[setting],
      added: ({ tool }) => `added ${tool}`,
      deleted: ({ tool }) => `deleted ${tool}`,
      edited: ({ tool }) => `edited ${tool}`,
      moved: ({ tool }) => `moved ${tool}`,
      rated: ({ tool, rating }) =>
        `${rating === null ? "took the rating off" : rating === 1 ? "liked" : "disliked"} ${tool}`,
      replaced: ({ before, after }) => `changed ${before} to ${after}`,
      "changed-calls": ({ count }) => `changed ${count} calls`,
    } satisfies Sentences<EditPart>,
    nothing: "changed nothing",
    began: "began",
    switched: (name: string) => `switched to ${name}`,
    refused: (edit: string) =>
      `This can no longer be undone or redone (${edit}): it was changed elsewhere meanwhile.`,
    undone: (edit: string) => `Undone: ${edit}.`,
    redone: (edit: string) => `Redone: ${edit}.`,
    addedCall: (tool: string) => `Added a call of ${tool}.`,
    accepted: (tool: string) => `Added the call of ${tool}. Rate it in the history.`,
    deletedCall: (tool: string) => `Deleted a call of ${tool}.`,
    movedCall: (position: number, count: number) =>
      `Moved to position ${position} of ${count}, counted from the newest.`,
  },

  /** Why the model doesn't see a call. */
  unseen: {
    notLiked: "Not liked, so not shown to the model",
    tooOld: "Too old: it did not fit into the model's context",
  },

  /** The parameters of a call in a form. */
  parameters: {
    expectation,
    faults: {
      "not-allowed": ({ name, allowed }) => `"${name}" must be one of ${allowed.join(", ")}`,
      "wrong-type": ({ name, type }) => `"${name}" must be of type ${type}`,
      "wrong-items": ({ name, items }) => `"${name}" must hold only values of type ${items}`,
      unreadable: ({ parameter }) => `"${parameter.name}" must be ${expectation(parameter)}`,
      missing: ({ name }) => `"${name}" is required`,
      unknown: ({ name }) => `"${name}" is no parameter of this tool`,
    } satisfies Sentences<CallFault | TextFault>,
  },

  /** What is said of the page's own storage. */
  storage: {
    unsavedChoice: (why: string) => `This choice could not be saved: ${why}`,
    unsavedChange: (why: string) => `This change could not be saved: ${why}`,
    unknownFiles: "Unknown files",
  },

  /** Why something failed, and what to do. */
  faults: {
    model: {
      insecure: () => "Models need a secure page: open it by https, or on localhost.",
      "no-webgpu": () => "This browser offers no WebGPU here. Use a current Chrome, Edge or Safari.",
      "weak-adapter": ({ why }) => `This graphics device lacks a feature that the model needs (${why}).`,
      "bad-manifest": ({ field, why }) => `model.json is not as expected: ${field || "the whole"}: ${why}.`,
      "other-prompt-format": ({ name, format, ours }) =>
        `${name} was made for prompt format ${format}; this page writes format ${ours}. Take a newer version of the model.`,
      "no-manifest": ({ url, page }) =>
        `There is no model here: ${url} is ${page ? "an HTML page" : "no JSON"}.`,
      "manifest-refused": ({ url, status }) =>
        `There is no model here: ${url} answered with status ${status}.`,
      "unlisted-file": ({ file, by }) => `${by} asks for ${file}, which model.json doesn't list.`,
      "no-such-model": ({ choice }) =>
        `“${choice}” is neither a bundled model nor the URL of a model's folder.`,
      "insecure-address": ({ origin }) =>
        `${origin} is an insecure address: anybody on the way could alter the model. Use https.`,
      unreachable: ({ url }) => `${url} can't be reached. Check the connection, then try again.`,
      "broken-download": ({ file, came, attempts }) =>
        `${file} could not be downloaded (${arrived(came)}; ${attempts} attempts). Check the connection, then try again: the files that are complete stay.`,
      "wrong-file": ({ file, came, attempts }) =>
        `${file} is not the file that the model was published with (${arrived(came)}; ${attempts} attempts). It was thrown away and never run. Try again later.`,
      "no-space": ({ needed, free }) =>
        `The model needs ${megabytes(needed)} of the browser's storage, but ${free === null ? "it gives no more" : `it offers ${megabytes(free)}`}. Free some space, then try again.`,
      "no-space-left": () => "The browser has no space left for this page. Free some, then try again.",
      "storage-refused": () =>
        "The browser refuses to store files for this page (a private window, or storage is blocked). Allow it, then try again.",
      "file-gone": ({ file }) => `The browser threw ${file} away. Load the model again.`,
      "files-gone": () => "The browser threw the model's files away again. Free some space, then try again.",
      "device-lost": () =>
        "The graphics device was lost, often for want of memory. Load the model again; the history is untouched.",
      "out-of-memory": ({ why }) =>
        `The graphics device ran out of memory. Close other tabs, then load again (${why}).`,
      "worker-stopped": ({ why }) => `The model's worker stopped (${why}). Load the model again.`,
      "worker-unloadable": () =>
        "The model's worker stopped (its program could not be loaded). Load the model again.",
      "worker-unreadable": () =>
        "The model's worker stopped (a message could not be read). Load the model again.",
      "worker-ended": () => "The model's worker stopped (the browser ended it). Load the model again.",
      "worker-silent": ({ seconds }) =>
        `The model's worker gave no sign of life for ${seconds} seconds. Load it again.`,
      "worker-confused": () => "The model's worker answered something else.",
      "not-loaded": () => "The model isn't loaded yet.",
      "prompt-too-long": ({ needed }) =>
        `The query and the candidates alone ${needed === null ? "" : `take ${needed.toLocaleString("en")} tokens with an answer, and `}exceed what this model can read as it is loaded. Take fewer or shorter candidates.`,
      "cut-off": ({ tokens }) =>
        `The answer was not finished after ${tokens} tokens. Ask more simply, or take candidates with fewer parameters.`,
      engine: ({ why }) => `The inference engine stopped: ${why}`,
      cancelled: () => "Cancelled.",
      superseded: () => "A newer selection took its place.",
    } satisfies Sentences<Trouble>,
    /** Details may follow, after a colon in place of the full stop. */
    store: {
      blocked:
        "Another tab still uses an older version of this page's database. Close the other tabs and reload.",
      timeout: "The browser's database doesn't answer. Close other tabs of this page and reload.",
      newer: "A newer version of this page has already changed the database. Reload to get that version.",
      unavailable: "The browser lets this page store nothing, perhaps because the window is private",
      quota: "The browser has no room left for this page's data. Free some space, or delete a stored model.",
      interrupted: "The browser closed the database while it was in use.",
      emptied: "The browser has deleted what this page had stored.",
      closed: "The database has been closed.",
      missing: "This was deleted meanwhile, perhaps in another tab.",
      invalid: "This can't be stored",
      failed: "The browser's database failed",
    } satisfies Record<StoreFault, string>,
    catalogue: {
      unreachable: ({ url }) => noCatalogue(`${url} can't be reached`),
      refused: ({ url, status }) => noCatalogue(`${url} answered ${status}`),
      "no-json": ({ url }) => noCatalogue(`${url} is no JSON`),
      "bad-field": ({ url, field, why }) => noCatalogue(`field "${field}" of ${url}: ${why}`),
    } satisfies Sentences<CatalogueTrouble>,
  },

  /** Why a model can't run on a graphics device. */
  gpu: {
    unnamed: "unnamed",
    reasons: {
      insecure: {
        why: () => "The page came over an insecure connection, where browsers switch WebGPU off.",
        advice: "Open it by https, or on localhost.",
      },
      "no-webgpu": {
        why: () => "This browser has no WebGPU.",
        advice:
          "Use a current Chrome or Edge, Safari 26, or Firefox on Windows; on Linux WebGPU may need a flag.",
      },
      "no-adapter": {
        why: () => "WebGPU is there, but the browser offers no graphics device.",
        advice:
          "Update the graphics driver, switch hardware acceleration on in the browser's settings, or try another browser.",
      },
      "weak-adapter": {
        why: (adapter) => `The graphics device (${adapter}) offers less than the model needs.`,
        advice: "Try a smaller model, or a computer with a newer graphics device.",
      },
    } satisfies Record<
      NonNullable<GpuReport["reason"]>,
      { why: (adapter: string) => string; advice: string }
    >,
    lacks: {
      feature: ({ name }) => `feature ${name}`,
      limit: ({ limit, needed, offered }) =>
        `${
          {
            maxBufferSize: "buffer size",
            maxStorageBufferBindingSize: "size of a bound buffer",
            maxComputeWorkgroupStorageSize: "workgroup memory",
            maxComputeInvocationsPerWorkgroup: "threads a workgroup",
            maxStorageBuffersPerShaderStage: "buffers a shader",
          }[limit]
        }: ${mebibytes(needed)} needed, ${mebibytes(offered)} offered`,
    } satisfies Sentences<Lack>,
  },

  /** Files that are imported: why one can't be, and what was changed or left out. */
  imports: {
    faults: {
      huge: ({ file }) => `${quoted(file)} is too large: more than 100 MB.`,
      unreadable: ({ file }) => `${quoted(file)} can't be read. Choose it again.`,
      "no-utf-8": ({ file }) =>
        `${quoted(file)} is no text in UTF-8. Save it in that encoding (or choose another file) and import it again.`,
      "null-character": ({ file, position }) =>
        `${quoted(file)} is no text: there is a null character at position ${position}.`,
      "no-json": ({ file, at }) =>
        `${quoted(file)} is no JSON (${at ? `line ${at.line}, column ${at.column}: ${notJson(at)}` : "unknown fault"}). ${MEND}`,
      "no-text": ({ file }) => `${quoted(file)} is empty. ${EXPECTED}`,
      "too-long": ({ file, characters }) =>
        `${quoted(file)} is too large (${millions(characters)}). Split it into smaller files.`,
      "no-tools": ({ file }) => `${quoted(file)} holds no tools. ${EXPECTED}`,
      "many-tools": ({ file, count, most }) =>
        `${quoted(file)} holds ${count} tools, more than ${most}. Split it.`,
      "deep-tools": ({ file }) => `${quoted(file)} is nested too deeply to be read.`,
      "unusable-tool": ({ file, path, why }) =>
        `${quoted(file)} holds a tool that can't be used: ${inField(path, why)}.`,
      "no-tool-document": ({ file }) =>
        `${quoted(file)} is no tool document: there is no field "openapi", "swagger" or "operation" at its top. ${EXPECTED}`,
      "line-no-json": ({ line, at }) =>
        `Line ${line}, column ${at?.column ?? 1}: this is no JSON (${at ? notJson(at) : "unknown fault"}). Each line must be one complete object.`,
      "bad-document": ({ part, number, path, why }) =>
        `${part === "line" ? "Line" : "Entry"} ${number}, ${inField(path, why)}. ${MEND}`,
      "long-yaml": ({ file, characters }) =>
        `${quoted(file)} is too large for YAML (${millions(characters)}). Convert it to JSON and import that.`,
      "no-yaml": ({ file, at, why }) =>
        `${quoted(file)} is no YAML (${at ? `line ${at.line}, column ${at.column}` : "unknown place"}: ${why}). ${EXPECTED}`,
      "yaml-aliases": ({ file }) =>
        `${quoted(file)} repeats parts too often by aliases (&, *). Write them out.`,
      "empty-export": ({ file }) => `${quoted(file)} is empty.`,
      "long-export": ({ file }) => `${quoted(file)} is too large for an export of this page.`,
      "no-export": ({ file, path, why }) =>
        `${quoted(file)} is no export of this page: ${path ? `${path}: ` : ""}${why}. Choose a file that "Export everything" has written; tools are imported by "Import tools".`,
      "newer-export": ({ file, version, newest }) =>
        `${quoted(file)} comes from a newer version of this page (version: ${version}, this page reads up to ${newest}). Reload the page to get that version.`,
      "bad-export": ({ file, path, why, more }) =>
        `${quoted(file)}: ${path ? `${path}: ` : ""}${why}${more > 0 ? ` (and ${more} more ${more === 1 ? "fault" : "faults"})` : ""}. ${MEND}`,
      "large-number": ({ file, path }) => `${quoted(file)}: ${path}: this number is too large.`,
      "unusable-name": ({ file, path }) => `${quoted(file)}: ${path}: this name can't be used.`,
      "deep-export": ({ file, path }) => `${quoted(file)}: ${path}: this is nested too deeply.`,
    } satisfies Sentences<ImportTrouble>,
    notes: {
      "remote-reference": ({ reference }) =>
        `The reference "${reference}" leads out of the document and was not followed.`,
      "dangling-reference": ({ reference }) => `The reference "${reference}" leads to nothing.`,
      "circular-reference": () => "A reference leads back to itself.",
      "unusable-name": ({ name }) => `A parameter was left out because of its name: "${name}".`,
      "many-operations": ({ most }) => `Only the first ${most} operations were read.`,
      "many-parameters": ({ count, most }) =>
        `An operation has ${count} parameters; optional ones beyond ${most} were left out.`,
      merged: ({ count }) =>
        `${counted(count, "tool")} occurred twice and ${count === 1 ? "was" : "were"} merged.`,
      numbered: ({ count, example }) =>
        `${counted(count, "tool")} of the same name as another got a number, as in "${example}".`,
    } satisfies Sentences<ImportNote>,
  },

  /** The mock users' portraits by their ids, where they aren't as src/store/mockUsers.ts has them. */
  portraits: {} as Readonly<Record<string, string>>,

  /** How the page is shown: the view for a projector, type size, hidden panels. */
  presenter: {
    title: "Show",
    hint: "For a projector or a large screen. Page Down and Page Up, as a clicker sends them, go from step to step.",
    start: "Presenter view",
    print: "Print",
    type: "Type size",
    sizes: { normal: "Normal", large: "Large", huge: "Huge" } satisfies Record<TypeSize, string>,
    hidden: (panels: number) =>
      `${counted(panels, "part")} of the page ${panels === 1 ? "is" : "are"} hidden.`,
    showAll: "Show all parts",
    region: "Presenter view",
    asks: (name: string) => `${name} asks`,
    asksNobody: "The query",
    noQuery: "Nothing is asked yet.",
    before: (name: string) => `What ${name} did before`,
    beforeNobody: "What was done before",
    noHistory: "Nothing: the history is empty.",
    older: (calls: number) => `and ${counted(calls, "older call")}`,
    candidates: (tools: number) => `${counted(tools, "tool")} to choose from`,
    bars: "How likely each tool is",
    steps: {
      history: "History",
      candidates: "Candidates",
      selection: "The choice",
      why: "Why?",
      "what-if": "What if?",
      settings: "Settings",
    } satisfies Record<PresenterStep, string>,
    lesson: {
      task: "Task",
      step: (number: number) => `Step ${number}`,
      explanation: "Explanation",
    },
    controls: "Steps",
    back: "Back (Page Up)",
    next: "Next (Page Down)",
    qr: "QR code for the audience",
    leave: "Leave the presenter view (Escape)",
    position: ({ number, count, title }: { number: number; count: number; title: string }) =>
      `${number} of ${count}: ${title}`,
    ignored: "Part of the address means nothing to this page",
    ignoredSwitch: ({ name, value, allowed }: { name: string; value: string; allowed: readonly string[] }) =>
      `“${name}” can't be “${value}”; it knows ${allowed.join(", ")}.`,
    dismiss: "Dismiss",
  },

  /** Links that carry what the page shows. */
  share: {
    open: "Share",
    title: "Share and show",
    hint: "A link to what you see, a picture of it, or the page on a projector.",
    link: "Link",
    linkHint:
      "It carries the query, the candidates, the history, the setting and the view. All of it stands in the link itself: no server gets to see it, only who opens the link.",
    copy: "Copy link",
    copied: "Copied",
    copyFailed: "The browser did not let the page copy. Select the link and copy it yourself.",
    address: "The link",
    made: (characters: number, calls: number) =>
      `${characters.toLocaleString("en")} characters, with ${counted(calls, "past call")}.`,
    leftOut: (calls: number) =>
      `The ${calls === 1 ? "oldest call is" : `${calls} oldest calls are`} left out.`,
    tooLong: ({ all, most, history, tools }: { all: number; most: number; history: number; tools: number }) =>
      `The link would have ${all.toLocaleString("en")} characters; at most ${most.toLocaleString("en")} are safe everywhere. The history takes ${history.toLocaleString("en")} of them, tools that you imported take ${tools.toLocaleString("en")}.`,
    drop: (calls: number) => `Leave out the ${calls === 1 ? "oldest call" : `${calls} oldest calls`}`,
    hopeless:
      "It would be too long even without any history. Take imported tools with long documents off the candidates.",
    qr: "QR code",
    qrTitle: "Scan to open this on your device",
    qrHint: "The code holds the link itself. No server gets to see what is in it.",
    qrLong: (characters: number, most: number) =>
      `The link has ${characters.toLocaleString("en")} characters. A code with more than ${most.toLocaleString("en")} can hardly be read from a screen.`,
    qrWithout: "Make a code without the history",
    qrWithoutDone:
      "Without the history: whoever scans it sees the query and the candidates for a person without a past.",
    arrivedTitle: "Somebody shared this with you",
    arrivedHint: "Nothing has changed yet. What you have on this page stays as it is.",
    brokenTitle: "This link can't be opened",
    brokenHint: "Nothing has changed: what you have on this page stays as it is.",
    person: "Person",
    nobody: "Nobody in particular",
    query: "Query",
    noQuery: "None",
    setting: "Setting",
    history: "History",
    calls: (all: number, liked: number, disliked: number) =>
      `${counted(all, "call")}: ${liked} liked, ${disliked} disliked, ${all - liked - disliked} not rated`,
    candidates: "Candidates",
    view: "View",
    viewPage: "The page",
    viewPresenter: "Presenter view (Escape leaves it)",
    viewHidden: (panels: number) => `${counted(panels, "part")} hidden`,
    tools: (tools: number) => `${counted(tools, "tool")} from the link`,
    toolsHint:
      "Written by somebody else. They are stored among your imported tools, where you can remove them; none of yours is replaced.",
    fromLink: "From a link",
    unknown: (tools: number) =>
      `${counted(tools, "candidate")} of the link ${tools === 1 ? "is" : "are"} not known to this page and will be missing.`,
    becomes: (name: string) => `Opening it makes a new person beside yours: “${name}”.`,
    accept: "Open it",
    decline: "Not now",
    close: "Go on without it",
    userName: (name: string, number: number) => {
      const suffix = number > 1 ? ` ${number}` : "";
      return name === "" ? `From a link${suffix}` : `${name} (from a link${suffix})`;
    },
    portrait: (portrait: string) => `Came by a link. ${portrait}`.trim(),
    troubles: {
      "long-link": ({ characters, most }) =>
        `It has ${characters.toLocaleString("en")} characters; links of this page have at most ${most.toLocaleString("en")}. Ask for a new one.`,
      "strange-character": ({ character, position }) =>
        `Character ${position} after the address, “${character}”, can't stand in such a link. It may have been changed on the way: ask for it again.`,
      "damaged-link": () =>
        "It was cut off or changed on the way. Copy the whole link, up to its last character, or ask for it again.",
      "large-link": ({ bytes }) =>
        `It unpacks to more than ${Math.round(bytes / 1024)} KB, far more than a link of this page ever holds. Don't open it again.`,
      "no-json-link": () => "What it carries was not written by this page. Ask for a new link.",
      "other-link-version": ({ version, known }) =>
        `It is of version ${version}; this page reads version ${known}. Reload the page to get its newest version, or ask for a new link.`,
      "unsafe-link": ({ path }) => `What it carries can't be used (at ${path}). Ask for a new link.`,
      "no-page-link": ({ path, why }) =>
        `What it carries is not as expected${path ? `, at ${path}` : ""}: ${why}. Ask for a new link.`,
      "no-compression": () =>
        "This browser can't unpack links. Use a newer one: Chrome or Edge 103, Safari 16.4, Firefox 113 or later.",
    } satisfies Sentences<LinkTrouble>,
  },

  /** Pictures of an explanation. */
  picture: {
    title: "Picture",
    hint: "What is selected now, for your slides.",
    none: "As soon as the model has chosen, you can save a picture of it.",
    preview: "What the picture will look like",
    svg: "Save as SVG",
    png: "Save as PNG",
    failed: (fault: string) => `The picture could not be made: ${fault}`,
    withoutAsking: "The model is asked once more, without the history …",
    why: "Also ask what spoke for and against",
    whyAsking: "The model is asked what spoke for and against …",
    subject: (name: string, setting: string, calls: number) =>
      `${name} · ${setting} · ${counted(calls, "past call")}`,
    nobody: "Somebody",
    mock: "Mock user",
    recorded: "Recorded",
    tools: "How likely each tool is",
    withHistory: "with the history",
    withoutHistory: "without any history",
    picks: "The model picks",
    sure: "sure",
    spokeFor: (provider: string) => `What spoke for ${provider}`,
    spokeAgainst: (provider: string) => `What spoke against ${provider}`,
    noneSpoke: "No single call did.",
    more: (count: number) => `and ${count} more`,
    liked: "liked",
    disliked: "disliked",
    unrated: "not rated",
    base: (model: string) =>
      `${model}, a base model not trained to follow a person's taste · PEToolLLaMA Live`,
    personalized: (model: string) =>
      `${model}, trained to follow what a person liked before · PEToolLLaMA Live`,
    recordedBy: (model: string, date: Date) =>
      `Recorded with ${model} on ${date.toLocaleDateString("en", { dateStyle: "long" })} · PEToolLLaMA Live`,
    noModel: "PEToolLLaMA Live",
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
    fitAtMost: (share: string) => `Fits the request: ${share} at most`,
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
    /** What model.json says of the model, in English; a language may know those of this project by heart. */
    summary: (english: string) => english,
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
    fitting: (tokens: number) =>
      `Load with as much context as this takes (${tokens.toLocaleString("en")} tokens)`,
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

  /** Lessons: the list, and the one that is being taken. */
  lessons: {
    open: "Learn",
    title: "Learn with this page",
    hint: "What you do in a lesson or on the tour touches nothing of yours: it is played by a made-up person, and ends when you leave.",
    list: "Lessons",
    minutes: (minutes: number) => `${minutes} min`,
    finished: "done",
    own: "A lesson of your own",
    ownHint: "One JSON file, as docs/teaching.md explains. Nothing in it can run; it is read and checked.",
    choose: "Open a file",
    address: "Or its address",
    fetch: "Open",
    person: "Somebody",
    guest: "Made up for this lesson.",
    label: "Lesson",
    leave: "Leave the lesson",
    leaveHint: "Back to where you were",
    print: "Print",
    again: "Start again",
    show: "Show me",
    explain: "Show the explanation",
    explanation: "What happened",
    next: "Next lesson",
    more: "More lessons",
    done: "Done",
    doneSaid: "The lesson is done. Its explanation is there.",
    stepDone: (count: number, all: number) => `Step done: ${count} of ${all}.`,
    stepTicked: "done",
    waits: "This lesson needs the model: load it, or wait until it is here.",
    early: "Wait for the first choice before you change anything: later choices are compared with it.",
    ask: (origin: string) => `This lesson lies on ${origin}.`,
    askHint: (origin: string) =>
      `If you open it, ${origin} learns that somebody asked for it from this network address. Nothing you do here is sent.`,
    agree: "Open it",
    reopen: "Reload the page with it",
    refuse: "Leave it",
    nothing: "The lesson was not opened.",
    kept: "kept until you leave",
    sheet: {
      history: "The history, oldest first",
      candidates: "The tools to choose from",
      selection: "What the model picked",
      none: "Nothing was picked yet.",
      invented: "invented",
      empty: "No calls.",
      query: "The query",
      setting: "What the model saw",
      with: (model: string) => `with ${model}`,
    },
    faults: {
      "no-address": ({ name }) =>
        `“${name}” is neither a lesson of this page nor a web address that begins with https.`,
      "too-large": ({ name, kilobytes }) => `“${name}” is too large for a lesson: more than ${kilobytes} KB.`,
      unreachable: ({ name }) => `“${name}” can’t be reached, or doesn’t allow other pages to read it.`,
      answered: ({ name, status }) => `“${name}” could not be had: the server answered ${status}.`,
      "not-text": ({ name }) => `“${name}” is no text in UTF-8.`,
      "not-json": ({ name, line, column }) => `“${name}” is no JSON: see line ${line}, column ${column}.`,
      invalid: ({ name, path, why }) =>
        path ? `“${name}” is no lesson yet. Field ${path}: ${why}.` : `“${name}” is no lesson: ${why}.`,
      "no-tool": ({ name, path, tool }) =>
        `“${name}” names a tool that is not on this page. Field ${path}: ${tool}.`,
    } satisfies Sentences<TeachingFault>,
  },

  /** The tour of the page. */
  tour: {
    name: "A tour of this page",
    hint: "Nine stops, about four minutes. The page stays yours all the while.",
    start: "Start the tour",
    resume: (number: number, all: number) => `Go on at stop ${number} of ${all}`,
    restart: "Start again",
    person: {
      name: "Mira",
      portrait:
        "Mira is made up for this tour. She has liked one weather service twice, and called another without saying how it was.",
    },
    place: (number: number, all: number) => `Stop ${number} of ${all}`,
    next: "Next",
    finish: "Finish",
    back: "Back",
    leave: "Leave the tour",
    show: "Do it for me",
    done: "Done",
    doneSaid: "Done. Go on when you like.",
    away: "It is not on the screen now.",
    scroll: "Show where",
    waits: "This stop waits for the model. Load it, or go on without.",
    toModel: "To the model",
    steps: {
      before: {
        title: "This is what Mira did before",
        text: "Each card is a past call of a tool, the newest on top. Mira liked the weather from Meteosource, twice. Of VisualCrossing she never said what she thinks.",
      },
      ask: {
        title: "Ask for the weather",
        text: "Write a question about the weather, in English. Fitting tools of several providers appear below it.",
      },
      choice: {
        title: "The model picks",
        text: "It reads the history and the query, and takes one of the tools. The percentage says how sure it is.",
      },
      like: {
        title: "Like two calls of VisualCrossing",
        text: "Say for Mira that those calls were good after all: press the thumb on both cards.",
      },
      bar: {
        title: "Watch the bar move",
        text: "The question is the same, the tools are the same. Only the history says something else now, and the bars follow.",
      },
      why: {
        title: "Why?",
        text: "Open “Why?”: the model is asked again without each call. What changes most without it spoke most.",
      },
      "what-if": {
        title: "What if?",
        text: "Open “What if?”: the page looks for the smallest change after which another tool is picked.",
      },
      settings: {
        title: "The three settings",
        text: "Open “Settings”: only liked calls, all calls with ratings, or all in order without ratings. The same history, seen in three ways.",
      },
      end: {
        title: "Now it is yours",
        text: "When you finish, Mira goes and the page is as it was. Try another person, your own question, or a lesson.",
      },
    } satisfies Record<TourStop, { title: string; text: string }>,
  },

  /** What plays while no model is ready. */
  recorded: {
    label: "Recorded",
    title: "What it will look like",
    by: (model: string, date: string) =>
      `${model} computed this in a browser on ${date}. Once your model is ready, it answers live.`,
    first: "The history as it is",
    calls: "The history, newest first",
    play: "Play",
    pause: "Pause",
    back: "Back",
    next: "Next",
    place: (scene: number, scenes: number, step: number, steps: number) =>
      `Scene ${scene} of ${scenes}, step ${step} of ${steps}`,
    edits: {
      liked: (tool: string) => `A call of ${tool} is now liked`,
      disliked: (tool: string) => `A call of ${tool} is now disliked`,
      unrated: (tool: string) => `A call of ${tool} is no longer rated`,
      deleted: (tool: string) => `A call of ${tool} was deleted`,
      added: (tool: string) => `A call of ${tool} was added`,
      withdrawn: (tool: string) => `${tool} is no longer offered`,
      asked: "Another question",
      setting: (setting: string) => `Setting: ${setting}`,
    },
  },

  /** What somebody can do with a user. */
  person: {
    open: (name: string) => `Rename, duplicate or delete ${name}`,
    title: (name: string) => `About ${name}`,
    hint: "Name and portrait are for people: the model sees only the past calls.",
    name: "Name",
    portrait: "Portrait",
    save: "Save",
    duplicate: "Duplicate",
    copyOf: (name: string) => `${name} (copy)`,
    delete: "Delete",
    last: "The last user can't be deleted.",
    unnamed: "A user needs a name.",
    deleted: (name: string) => `Deleted ${name} and the whole history.`,
  },

  /** A user made by answering questions about tools. */
  makeUser: {
    open: "Make me a user",
    title: "Make me a user",
    hint: "Eight quick questions about tools. Your answers become a history of past calls, which you can edit afterwards.",
    progress: (number: number, all: number) => `Question ${number} of ${all}`,
    skip: "Neither of them",
    back: "Back",
    name: "What should this user be called?",
    me: "Me",
    calls: (calls: number) => `The history begins with ${counted(calls, "call")}.`,
    create: "Make the user",
    portrait: (providers: readonly string[]) =>
      providers.length > 0
        ? `Made by answering eight questions: prefers ${new Intl.ListFormat("en").format(providers)}.`
        : "Made by answering eight questions, all of them with “neither”.",
    questions: {
      weather: {
        ask: "What do you want of a weather forecast?",
        ways: ["The days ahead at a glance", "Every hour, with wind and waves"],
      },
      directions: {
        ask: "How do you get from here to there?",
        ways: ["By bike or on foot", "By car, the fastest way"],
      },
      music: {
        ask: "Where do you look for music?",
        ways: ["Where everything is", "Where people upload their own"],
      },
      images: {
        ask: "Which pictures do you use?",
        ways: ["Free photos that people share", "Professional photos from an agency"],
      },
      news: {
        ask: "How do you follow the news?",
        ways: ["One newspaper, thoroughly", "Many sources, right now"],
      },
      messages: {
        ask: "Where do you write to people?",
        ways: ["In the channels of a team", "In a chat on the phone"],
      },
      tasks: { ask: "How do you keep your tasks?", ways: ["As a plain list", "As cards on a board"] },
      films: {
        ask: "What do you want to know of a film?",
        ways: ["The facts: year, cast, plot", "What the critics say"],
      },
    } satisfies Record<QuestionId, { ask: string; ways: [string, string] }>,
  },

  /** Two users and one question. */
  compare: {
    open: "Compare with another user",
    title: "Two users, one question",
    hint: "The same model, query and candidates; only the history differs.",
    with: "Compare with",
    nobody: "Choose a user",
    noModel: "Both answers come from the model: load it first.",
    waiting: "Waits until the model has chosen.",
    asking: "Asking with both histories",
    table: "How likely each tool is with each history",
    call: (name: string) => `The call for ${name}`,
    same: (
      tool: string,
      [one, other]: readonly [string, string],
      [first, second]: readonly [string, string],
    ) => `The model picks ${tool} for both: ${first} sure with ${one}'s history, ${second} with ${other}'s.`,
    different: (
      [one, other]: readonly [string, string],
      [oneTool, otherTool]: readonly [string, string],
      [first, second]: readonly [string, string],
    ) =>
      `With ${one}'s history the model picks ${oneTool} (${first}), with ${other}'s ${otherTool} (${second}). Nothing but the history differs.`,
    largest: (tool: string, points: number) =>
      points === 0
        ? "No tool's probability differs by a full point."
        : `They differ most on ${tool}: by ${points === 1 ? "1 point" : `${points} points`}.`,
  },

  /** How the page looks on this device. */
  display: {
    open: "Display",
    hint: "How the page looks on this device.",
    theme: "Colours",
    themes: {
      system: "As the device is set",
      light: "Light",
      dark: "Dark",
      contrast: "High contrast",
    },
  },

  shortcuts: {
    title: "Keyboard shortcuts",
    hint: "Everything on this page can be done with the keyboard; Tab leads from one thing to the next.",
    places: {
      page: "Everywhere",
      card: "On a past call",
      list: "In a list of tools",
      presenter: "In the presenter view",
    } satisfies Record<ShortcutPlace, string>,
    names: {
      sheet: "Show this list",
      undo: "Undo the last edit",
      redo: "Make it again",
      close: "Close what is open; end a preview",
      preview: "What if this call were rated the other way? Again: end that",
      browse: "One tool down or up",
      leap: "Several tools down or up",
      pick: "Take the tool",
      next: "The next step; a clicker does the same",
      back: "The step before",
      ends: "The first or the last step",
    } satisfies Record<ShortcutId, string>,
    or: "or",
    /** What is written on keys, where that isn't the key's name. */
    keys: {
      Ctrl: "Ctrl",
      Shift: "Shift",
      Escape: "Esc",
      Enter: "Enter",
      ArrowDown: "↓",
      ArrowUp: "↑",
      ArrowLeft: "←",
      ArrowRight: "→",
      PageDown: "Page Down",
      PageUp: "Page Up",
      Home: "Home",
      End: "End",
    } as Readonly<Record<string, string>>,
    singleKeys: "A single character such as “?” is a shortcut",
    singleKeysHint: "Switch this off if you dictate. On a past call W stays one.",
  },

  /** The page in a booth. */
  booth: {
    title: "Which tool would you want?",
    lines: [
      "An assistant knows many tools that do the same. Which one it should take depends on the person.",
      "A small language model reads what somebody did before, and picks. It runs here, in this browser.",
      "Like or dislike what was done, and watch it change its mind.",
    ],
    start: "Touch to start",
    leaving: "Is anybody there?",
    leavingHint: (seconds: number) =>
      `In ${counted(seconds, "second")} this page begins anew for the next visitor.`,
    stay: "I am still here",
    counts: "Counted on this device",
    countsHint:
      "How many visits there were and how many selections visitors saw, by day. Nothing else is kept of them.",
    day: "Day",
    visits: "Visits",
    selections: "Selections",
    total: "All days",
    save: (form: string) => `Save as ${form}`,
  },
};

export default en;
