import type { Parameter } from "../../domain/tool";
import type { Arrival } from "../../model/fault";
import type { JsonFault } from "../../store/jsonFault";
import type { Words } from "../words.svelte";

const counted = (number: number, one: string, more: string) =>
  `${number.toLocaleString("de")} ${number === 1 ? one : more}`;

/** Eine Liste mit Kommas und einem „und“. */
const listed = (parts: readonly string[]) => new Intl.ListFormat("de").format(parts);

const quoted = (file: string) => (file ? `„${file}“` : "Die Datei");
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
const mebibytes = (value: number) => (value >= 1 << 20 ? `${Math.floor(value / (1 << 20))} MiB` : `${value}`);
const millions = (characters: number) =>
  `${(characters / 1e6).toLocaleString("de", { maximumFractionDigits: 1 })} Millionen Zeichen`;

/** Was anstelle einer Datei kam, in Klammern. */
function arrived({ answer, mishap }: Arrival): string {
  const came = answer ? `Status ${answer.status}, ${answer.type ?? "ohne Inhaltstyp"}` : "keine Antwort";
  switch (mishap?.code) {
    case undefined:
      return came;
    case "too-many":
      return `${came}, mehr als ${mishap.size} Byte`;
    case "miscounted":
      return `${came}, ${mishap.got} statt ${mishap.size} Byte`;
    case "altered":
      return `${came}, veränderter Inhalt (der SHA-256 weicht ab)`;
    case "broken-off":
      return `${came}, ${mishap.got} von ${mishap.size} Byte, dann brach die Verbindung ab`;
    case "stalled":
      return `${came}, ${mishap.got} von ${mishap.size} Byte, dann kam ${mishap.seconds} Sekunden lang nichts`;
  }
}

const EXPECTED =
  "Erwartet wird ein Dokument nach OpenAPI 3 oder Swagger 2 (JSON oder YAML) oder je Zeile eine Werkzeugbeschreibung als JSON.";
const MEND = "Berichtigen Sie das und importieren Sie die Datei noch einmal.";

const noCatalogue = (why: string) =>
  `Der Werkzeugkatalog konnte nicht geladen werden: ${why}. Laden Sie die Seite neu, oder bauen Sie ihn mit npm start.`;
const inField = (path: string, why: string) => (path ? `Feld „${path}“: ${why}` : why);

const jsonExpected: Record<JsonFault["expected"], string> = {
  value: "ein Wert",
  "value or ]": "ein erster Wert oder ]",
  key: "ein Schlüssel",
  "key or }": "ein erster Schlüssel oder }",
  colon: "ein Doppelpunkt",
  "comma or end": "ein Komma oder das Ende",
  end: "das Ende des Textes",
};
const notJson = ({ expected, found }: JsonFault) =>
  `erwartet: ${jsonExpected[expected]}, gefunden: ${found === null ? jsonExpected.end : JSON.stringify(found)}`;

function expectation({ type, items, enum: allowed }: Pick<Parameter, "type" | "items" | "enum">): string {
  if (allowed) return `einer der Werte ${allowed.join(", ")}`;
  return {
    string: "ein Text",
    integer: "eine ganze Zahl, zum Beispiel 3",
    number: "eine Zahl mit Dezimalpunkt, zum Beispiel 2.5",
    boolean: "true oder false",
    array:
      items === "string" || !items
        ? "eine Liste mit Kommas dazwischen"
        : `eine Liste vom Typ ${items}, zum Beispiel [1, 2]`,
    object: 'JSON, zum Beispiel {"key": "value"}',
  }[type];
}

/** What the bundled model and the one that it was made from say of themselves. */
const summaries = new Map([
  [
    "A small instruction-tuned base model that nobody has personalized.",
    "Ein kleines Basismodell, das Anweisungen folgt und das niemand personalisiert hat.",
  ],
  [
    "SmolLM2-135M, fine-tuned to choose tools by a user's history of calls.",
    "SmolLM2-135M, darauf trainiert, Werkzeuge nach den früheren Aufrufen einer Person zu wählen.",
  ],
]);

export default {
  settings: {
    "preferred-only": {
      name: "Nur positive",
      line: "Das Modell sieht nur die positiv bewerteten Aufrufe. Was negativ bewertet wurde, bleibt ihm verborgen.",
    },
    "rating-integrated": {
      name: "Mit Bewertungen",
      line: "Das Modell sieht jeden Aufruf mit seiner Bewertung: positiv, negativ oder unbewertet.",
    },
    chronological: {
      name: "Der Reihe nach",
      line: "Das Modell sieht alle Aufrufe der Reihe nach, aber keine Bewertungen: Spätere Aufrufe sollen mehr zählen.",
    },
  },

  time: {
    soon: "ein paar Sekunden",
    seconds: (seconds) => `etwa ${seconds} Sekunden`,
    minutes: (minutes) => (minutes === 1 ? "etwa eine Minute" : `etwa ${minutes} Minuten`),
    runs: (runs) => counted(runs, "Durchlauf", "Durchläufe"),
  },

  flips: {
    liked: (tool) => `${tool} positiv bewertet wäre`,
    disliked: (tool) => `${tool} negativ bewertet wäre`,
    unrated: (tool) => `${tool} nicht bewertet wäre`,
    removed: (tool) => `${tool} nicht dabei wäre`,
    someCall: "ein Aufruf",
  },

  blindSpots: ({ liked, disliked, unrated, ratings, shown }) => {
    const hidden = [
      ...(disliked > 0 ? [counted(disliked, "negativ bewerteter Aufruf", "negativ bewertete Aufrufe")] : []),
      ...(unrated > 0 ? [counted(unrated, "unbewerteter Aufruf", "unbewertete Aufrufe")] : []),
      ...(liked > 0 ? [counted(liked, "positiv bewerteter Aufruf", "positiv bewertete Aufrufe")] : []),
    ];
    const count = liked + disliked + unrated;
    const also = ratings > 0 ? `, ebenso ${counted(ratings, "Bewertung", "Bewertungen")}` : "";
    if (count > 0) return `${listed(hidden)} ${count === 1 ? "ist" : "sind"} hier unsichtbar${also}.`;
    if (ratings > 0)
      return `${counted(shown, "Aufruf wird", "Aufrufe werden")} gezeigt, aber ${ratings === 1 ? "eine Bewertung ist" : `${ratings} Bewertungen sind`} hier unsichtbar.`;
    return shown === 0 ? "Es gab nichts zu sehen." : "Hier ist nichts unsichtbar.";
  },

  edits: {
    parts: {
      asked: ({ query }) => `„${query}“ gefragt`,
      "emptied-query": () => "Anfrage geleert",
      "proposed-candidates": () => "Kandidaten vorschlagen lassen",
      "chose-candidates": () => "Kandidaten gewählt",
      "added-candidate": ({ tool }) => `Kandidat ${tool} hinzugefügt`,
      "removed-candidate": ({ tool }) => `Kandidat ${tool} entfernt`,
      set: ({ setting }) =>
        ({
          "preferred-only": "nur positive Aufrufe gezeigt",
          "rating-integrated": "alle Aufrufe mit Bewertungen gezeigt",
          chronological: "alle Aufrufe der Reihe nach gezeigt",
        })[setting],
      added: ({ tool }) => `${tool} hinzugefügt`,
      deleted: ({ tool }) => `${tool} gelöscht`,
      edited: ({ tool }) => `${tool} bearbeitet`,
      moved: ({ tool }) => `${tool} verschoben`,
      rated: ({ tool, rating }) =>
        rating === null
          ? `Bewertung von ${tool} entfernt`
          : `${tool} ${rating === 1 ? "positiv" : "negativ"} bewertet`,
      replaced: ({ before, after }) => `${before} durch ${after} ersetzt`,
      "changed-calls": ({ count }) => `${count} Aufrufe geändert`,
    },
    nothing: "nichts geändert",
    began: "Anfang",
    switched: (name) => `zu ${name} gewechselt`,
    refused: (edit) =>
      `Das lässt sich nicht mehr rückgängig machen oder wiederholen (${edit}): Es wurde inzwischen anderswo geändert.`,
    undone: (edit) => `Rückgängig gemacht: ${edit}.`,
    redone: (edit) => `Wiederholt: ${edit}.`,
    addedCall: (tool) => `Aufruf von ${tool} hinzugefügt.`,
    accepted: (tool) => `Aufruf von ${tool} hinzugefügt. Bewerten Sie ihn im Verlauf.`,
    deletedCall: (tool) => `Aufruf von ${tool} gelöscht.`,
    movedCall: (position, count) => `Auf Platz ${position} von ${count} verschoben, vom neuesten an gezählt.`,
  },

  unseen: {
    notLiked: "Nicht positiv bewertet, deshalb für das Modell unsichtbar",
    tooOld: "Zu alt: passte nicht mehr in den Kontext des Modells",
  },

  parameters: {
    expectation,
    faults: {
      "not-allowed": ({ name, allowed }) => `„${name}“ muss einer der Werte ${allowed.join(", ")} sein`,
      "wrong-type": ({ name, type }) => `„${name}“ muss vom Typ ${type} sein`,
      "wrong-items": ({ name, items }) => `„${name}“ darf nur Werte vom Typ ${items} enthalten`,
      unreadable: ({ parameter }) => `„${parameter.name}“: erwartet wird ${expectation(parameter)}`,
      missing: ({ name }) => `„${name}“ ist erforderlich`,
      unknown: ({ name }) => `„${name}“ ist kein Parameter dieses Werkzeugs`,
    },
  },

  storage: {
    unsavedChoice: (why) => `Diese Auswahl konnte nicht gespeichert werden: ${why}`,
    unsavedChange: (why) => `Diese Änderung konnte nicht gespeichert werden: ${why}`,
    unknownFiles: "Unbekannte Dateien",
  },

  faults: {
    model: {
      insecure: () => "Modelle brauchen eine sichere Seite: Öffnen Sie sie über https oder auf localhost.",
      "no-webgpu": () =>
        "Dieser Browser bietet hier kein WebGPU. Verwenden Sie ein aktuelles Chrome, Edge oder Safari.",
      "weak-adapter": ({ why }) => `Dieser Grafikkarte fehlt etwas, was das Modell braucht (${why}).`,
      "bad-manifest": ({ field, why }) =>
        `model.json ist nicht wie erwartet: ${field || "das Ganze"}: ${why}.`,
      "other-prompt-format": ({ name, format, ours }) =>
        `${name} wurde für das Prompt-Format ${format} gemacht; diese Seite schreibt Format ${ours}. Nehmen Sie eine neuere Version des Modells.`,
      "no-manifest": ({ url, page }) =>
        `Hier ist kein Modell: ${url} ist ${page ? "eine HTML-Seite" : "kein JSON"}.`,
      "manifest-refused": ({ url, status }) =>
        `Hier ist kein Modell: ${url} antwortete mit dem Status ${status}.`,
      "unlisted-file": ({ file, by }) => `${by} verlangt ${file}, das nicht in model.json steht.`,
      "no-such-model": ({ choice }) =>
        `„${choice}“ ist weder ein mitgeliefertes Modell noch die Adresse eines Modellordners.`,
      "insecure-address": ({ origin }) =>
        `${origin} ist eine unsichere Adresse: Jeder auf dem Weg könnte das Modell verändern. Verwenden Sie https.`,
      unreachable: ({ url }) =>
        `${url} ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.`,
      "broken-download": ({ file, came, attempts }) =>
        `${file} konnte nicht heruntergeladen werden (${arrived(came)}; ${attempts} Versuche). Prüfen Sie die Verbindung und versuchen Sie es noch einmal: Die vollständigen Dateien bleiben.`,
      "wrong-file": ({ file, came, attempts }) =>
        `${file} ist nicht die Datei, mit der das Modell veröffentlicht wurde (${arrived(came)}; ${attempts} Versuche). Sie wurde verworfen und nie ausgeführt. Versuchen Sie es später noch einmal.`,
      "no-space": ({ needed, free }) =>
        `Das Modell braucht ${megabytes(needed)} vom Speicher des Browsers, aber ${free === null ? "er gibt nicht mehr her" : `er bietet nur ${megabytes(free)}`}. Schaffen Sie Platz und versuchen Sie es noch einmal.`,
      "no-space-left": () =>
        "Der Browser hat für diese Seite keinen Platz mehr. Schaffen Sie welchen und versuchen Sie es noch einmal.",
      "storage-refused": () =>
        "Der Browser weigert sich, für diese Seite Dateien zu speichern (ein privates Fenster, oder Speichern ist gesperrt). Erlauben Sie es und versuchen Sie es noch einmal.",
      "file-gone": ({ file }) => `Der Browser hat ${file} gelöscht. Laden Sie das Modell noch einmal.`,
      "files-gone": () =>
        "Der Browser hat die Dateien des Modells wieder gelöscht. Schaffen Sie Platz und versuchen Sie es noch einmal.",
      "device-lost": () =>
        "Die Grafikkarte ging verloren, oft aus Mangel an Speicher. Laden Sie das Modell noch einmal; der Verlauf ist unberührt.",
      "out-of-memory": ({ why }) =>
        `Der Grafikkarte ging der Speicher aus. Schließen Sie andere Tabs und laden Sie dann noch einmal (${why}).`,
      "worker-stopped": ({ why }) =>
        `Der Prozess des Modells endete (${why}). Laden Sie das Modell noch einmal.`,
      "worker-unloadable": () =>
        "Der Prozess des Modells endete (sein Programm konnte nicht geladen werden). Laden Sie das Modell noch einmal.",
      "worker-unreadable": () =>
        "Der Prozess des Modells endete (eine Nachricht war nicht lesbar). Laden Sie das Modell noch einmal.",
      "worker-ended": () =>
        "Der Prozess des Modells endete (der Browser hat ihn beendet). Laden Sie das Modell noch einmal.",
      "worker-silent": ({ seconds }) =>
        `Der Prozess des Modells gab ${seconds} Sekunden lang kein Lebenszeichen. Laden Sie es noch einmal.`,
      "worker-confused": () => "Der Prozess des Modells antwortete etwas anderes.",
      "not-loaded": () => "Das Modell ist noch nicht geladen.",
      "prompt-too-long": ({ needed }) =>
        `Schon die Anfrage und die Kandidaten ${needed === null ? "" : `brauchen mit einer Antwort ${needed.toLocaleString("de")} Token und `}sind mehr, als dieses Modell so, wie es geladen ist, lesen kann. Nehmen Sie weniger oder kürzere Kandidaten.`,
      "cut-off": ({ tokens }) =>
        `Die Antwort war nach ${tokens} Token nicht fertig. Fragen Sie einfacher oder nehmen Sie Kandidaten mit weniger Parametern.`,
      engine: ({ why }) => `Das Modell brach beim Rechnen ab: ${why}`,
      cancelled: () => "Abgebrochen.",
      superseded: () => "Eine neuere Wahl trat an ihre Stelle.",
    },
    store: {
      blocked:
        "Ein anderer Tab verwendet noch eine ältere Version der Datenbank dieser Seite. Schließen Sie die anderen Tabs und laden Sie neu.",
      timeout:
        "Die Datenbank des Browsers antwortet nicht. Schließen Sie andere Tabs dieser Seite und laden Sie neu.",
      newer:
        "Eine neuere Version dieser Seite hat die Datenbank schon umgestellt. Laden Sie neu, um diese Version zu bekommen.",
      unavailable: "Der Browser lässt diese Seite nichts speichern, vielleicht weil das Fenster privat ist",
      quota:
        "Der Browser hat keinen Platz mehr für die Daten dieser Seite. Schaffen Sie Platz oder löschen Sie ein gespeichertes Modell.",
      interrupted: "Der Browser hat die Datenbank mitten im Gebrauch geschlossen.",
      emptied: "Der Browser hat gelöscht, was diese Seite gespeichert hatte.",
      closed: "Die Datenbank wurde geschlossen.",
      missing: "Das wurde inzwischen gelöscht, vielleicht in einem anderen Tab.",
      invalid: "Das lässt sich nicht speichern",
      failed: "Die Datenbank des Browsers versagte",
    },
    catalogue: {
      unreachable: ({ url }) => noCatalogue(`${url} ist nicht erreichbar`),
      refused: ({ url, status }) => noCatalogue(`${url} antwortete ${status}`),
      "no-json": ({ url }) => noCatalogue(`${url} ist kein JSON`),
      "bad-field": ({ url, field, why }) => noCatalogue(`Feld „${field}“ von ${url}: ${why}`),
    },
  },

  gpu: {
    unnamed: "ohne Namen",
    reasons: {
      insecure: {
        why: () => "Die Seite kam über eine unsichere Verbindung; dort schalten Browser WebGPU ab.",
        advice: "Öffnen Sie sie über https oder auf localhost.",
      },
      "no-webgpu": {
        why: () => "Dieser Browser hat kein WebGPU.",
        advice:
          "Verwenden Sie ein aktuelles Chrome oder Edge, Safari 26 oder Firefox unter Windows; unter Linux muss WebGPU vielleicht eigens eingeschaltet werden.",
      },
      "no-adapter": {
        why: () => "WebGPU ist da, aber der Browser bietet keine Grafikkarte an.",
        advice:
          "Aktualisieren Sie den Grafiktreiber, schalten Sie in den Einstellungen des Browsers die Hardwarebeschleunigung ein oder versuchen Sie es mit einem anderen Browser.",
      },
      "weak-adapter": {
        why: (adapter) => `Die Grafikkarte (${adapter}) bietet weniger, als das Modell braucht.`,
        advice: "Versuchen Sie es mit einem kleineren Modell oder einem Rechner mit neuerer Grafikkarte.",
      },
    },
    lacks: {
      feature: ({ name }) => `die Funktion ${name}`,
      limit: ({ limit, needed, offered }) =>
        `${
          {
            maxBufferSize: "Größe eines Puffers",
            maxStorageBufferBindingSize: "Größe eines gebundenen Puffers",
            maxComputeWorkgroupStorageSize: "Speicher je Arbeitsgruppe",
            maxComputeInvocationsPerWorkgroup: "Threads je Arbeitsgruppe",
            maxStorageBuffersPerShaderStage: "Puffer je Shader",
          }[limit]
        }: ${mebibytes(needed)} nötig, ${mebibytes(offered)} vorhanden`,
    },
  },

  imports: {
    faults: {
      huge: ({ file }) => `${quoted(file)} ist zu groß: mehr als 100 MB.`,
      unreadable: ({ file }) => `${quoted(file)} lässt sich nicht lesen. Wählen Sie die Datei noch einmal.`,
      "no-utf-8": ({ file }) =>
        `${quoted(file)} ist kein Text in UTF-8. Speichern Sie die Datei in dieser Kodierung (oder wählen Sie eine andere) und importieren Sie sie noch einmal.`,
      "null-character": ({ file, position }) =>
        `${quoted(file)} ist kein Text: An Stelle ${position} steht ein Nullzeichen.`,
      "no-json": ({ file, at }) =>
        `${quoted(file)} ist kein JSON (${at ? `Zeile ${at.line}, Spalte ${at.column}: ${notJson(at)}` : "unbekannter Fehler"}). ${MEND}`,
      "no-text": ({ file }) => `${quoted(file)} ist leer. ${EXPECTED}`,
      "too-long": ({ file, characters }) =>
        `${quoted(file)} ist zu groß (${millions(characters)}). Teilen Sie die Datei in kleinere.`,
      "no-tools": ({ file }) => `${quoted(file)} enthält keine Werkzeuge. ${EXPECTED}`,
      "many-tools": ({ file, count, most }) =>
        `${quoted(file)} enthält ${count} Werkzeuge, mehr als ${most}. Teilen Sie die Datei.`,
      "deep-tools": ({ file }) => `${quoted(file)} ist zu tief verschachtelt, um gelesen zu werden.`,
      "unusable-tool": ({ file, path, why }) =>
        `${quoted(file)} enthält ein Werkzeug, das nicht verwendbar ist: ${inField(path, why)}.`,
      "no-tool-document": ({ file }) =>
        `${quoted(file)} ist keine Werkzeugbeschreibung: Zuoberst fehlt ein Feld „openapi“, „swagger“ oder „operation“. ${EXPECTED}`,
      "line-no-json": ({ line, at }) =>
        `Zeile ${line}, Spalte ${at?.column ?? 1}: Das ist kein JSON (${at ? notJson(at) : "unbekannter Fehler"}). Jede Zeile muss ein vollständiges Objekt sein.`,
      "bad-document": ({ part, number, path, why }) =>
        `${part === "line" ? "Zeile" : "Eintrag"} ${number}, ${inField(path, why)}. ${MEND}`,
      "long-yaml": ({ file, characters }) =>
        `${quoted(file)} ist zu groß für YAML (${millions(characters)}). Wandeln Sie die Datei in JSON um und importieren Sie das.`,
      "no-yaml": ({ file, at, why }) =>
        `${quoted(file)} ist kein YAML (${at ? `Zeile ${at.line}, Spalte ${at.column}` : "unbekannte Stelle"}: ${why}). ${EXPECTED}`,
      "yaml-aliases": ({ file }) =>
        `${quoted(file)} wiederholt Teile zu oft durch Verweise (&, *). Schreiben Sie sie aus.`,
      "empty-export": ({ file }) => `${quoted(file)} ist leer.`,
      "long-export": ({ file }) => `${quoted(file)} ist zu groß für einen Export dieser Seite.`,
      "no-export": ({ file, path, why }) =>
        `${quoted(file)} ist kein Export dieser Seite: ${path ? `${path}: ` : ""}${why}. Wählen Sie eine Datei, die „Alles exportieren“ geschrieben hat; Werkzeuge nimmt „Werkzeuge importieren“ entgegen.`,
      "newer-export": ({ file, version, newest }) =>
        `${quoted(file)} kommt von einer neueren Version dieser Seite (Version ${version}, diese Seite liest bis ${newest}). Laden Sie die Seite neu, um diese Version zu bekommen.`,
      "bad-export": ({ file, path, why, more }) =>
        `${quoted(file)}: ${path ? `${path}: ` : ""}${why}${more > 0 ? ` (und ${counted(more, "weiterer Fehler", "weitere Fehler")})` : ""}. ${MEND}`,
      "large-number": ({ file, path }) => `${quoted(file)}: ${path}: Diese Zahl ist zu groß.`,
      "unusable-name": ({ file, path }) => `${quoted(file)}: ${path}: Dieser Name ist nicht verwendbar.`,
      "deep-export": ({ file, path }) => `${quoted(file)}: ${path}: Das ist zu tief verschachtelt.`,
    },
    notes: {
      "remote-reference": ({ reference }) =>
        `Der Verweis „${reference}“ führt aus dem Dokument hinaus; ihm wurde nicht gefolgt.`,
      "dangling-reference": ({ reference }) => `Der Verweis „${reference}“ führt ins Leere.`,
      "circular-reference": () => "Ein Verweis führt zu sich selbst zurück.",
      "unusable-name": ({ name }) => `Ein Parameter wurde wegen seines Namens weggelassen: „${name}“.`,
      "many-operations": ({ most }) => `Nur die ersten ${most} Operationen wurden gelesen.`,
      "many-parameters": ({ count, most }) =>
        `Eine Operation hat ${count} Parameter; optionale über ${most} hinaus wurden weggelassen.`,
      merged: ({ count }) =>
        count === 1
          ? "1 Werkzeug kam doppelt vor und wurde zusammengelegt."
          : `${count.toLocaleString("de")} Werkzeuge kamen doppelt vor und wurden zusammengelegt.`,
      numbered: ({ count, example }) =>
        count === 1
          ? `1 Werkzeug mit dem Namen eines anderen bekam eine Nummer, nämlich „${example}“.`
          : `${count.toLocaleString("de")} Werkzeuge mit dem Namen eines anderen bekamen Nummern, zum Beispiel „${example}“.`,
    },
  },

  portraits: {
    ida: "Ida unterrichtet Erdkunde in Tromsø und leitet den Wanderverein des Dorfes ohne jedes Budget. Sie greift zuerst zu offenen Daten und freier Software und lässt fallen, was nach einer Kreditkarte fragt.",
    victor:
      "Victor führt eine kleine Eventagentur in London und hat immer in fünf Minuten das nächste Gespräch. Er zahlt gern für den bekanntesten Namen, denn ein billiger Dienst, der versagt, kostet ihn einen Kunden.",
    leonie:
      "Leonie führt die Bücher einer Fahrradwerkstatt in Freiburg und verbringt ihre Wochenenden in Regionalzügen. Ihre Daten sollen in Europa bleiben, und sie hält Anbietern aus der Nähe die Treue.",
    tomasz:
      "Tomasz, Student in Krakau, zog im letzten Herbst aus und wechselte mit der Wohnung sein ganzes digitales Leben. Was er im Frühjahr mochte, meidet er heute; nur die neuere Hälfte seines Verlaufs sagt, was er jetzt will.",
    priya:
      "Priya schreibt von Chennai aus Reiseberichte, spät in der Nacht und im schlechten WLAN von Hotels. Sie bewertet nach Laune, vergisst es oft ganz und widerspricht sich; ein paar feste Vorlieben scheinen trotzdem durch.",
    sam: "Sam betreut allein und in Teilzeit die Website eines Museums in Leeds. Ein Werkzeugkasten für zwanzig kleine Arbeiten ist Sam lieber als zwanzig Spezialisten mit zwanzig Passwörtern, auch wo ein Spezialist besser wäre.",
  },

  presenter: {
    title: "Vorführen",
    hint: "Für einen Beamer oder großen Bildschirm. Bild ab und Bild auf, wie ein Presenter sie sendet, führen von Schritt zu Schritt.",
    start: "Vorführansicht",
    print: "Drucken",
    type: "Schriftgröße",
    sizes: { normal: "Normal", large: "Groß", huge: "Sehr groß" },
    hidden: (panels) =>
      panels === 1 ? "Ein Teil der Seite ist ausgeblendet." : `${panels} Teile der Seite sind ausgeblendet.`,
    showAll: "Alle Teile zeigen",
    region: "Vorführansicht",
    asks: (name) => `${name} fragt`,
    asksNobody: "Die Anfrage",
    noQuery: "Noch wird nichts gefragt.",
    before: (name) => `Was ${name} bisher getan hat`,
    beforeNobody: "Was bisher getan wurde",
    noHistory: "Nichts: Der Verlauf ist leer.",
    older: (calls) => `und ${counted(calls, "älterer Aufruf", "ältere Aufrufe")}`,
    candidates: (tools) => `${counted(tools, "Werkzeug", "Werkzeuge")} zur Wahl`,
    bars: "Wie wahrscheinlich jedes Werkzeug ist",
    steps: {
      history: "Verlauf",
      candidates: "Kandidaten",
      selection: "Die Wahl",
      why: "Warum?",
      "what-if": "Was wäre, wenn?",
      settings: "Einstellungen",
    },
    lesson: {
      task: "Aufgabe",
      step: (number) => `Schritt ${number}`,
      explanation: "Erklärung",
    },
    controls: "Schritte",
    back: "Zurück (Bild auf)",
    next: "Weiter (Bild ab)",
    qr: "QR-Code für das Publikum",
    leave: "Vorführansicht verlassen (Escape)",
    position: ({ number, count, title }) => `${number} von ${count}: ${title}`,
    ignored: "Ein Teil der Adresse sagt dieser Seite nichts",
    ignoredSwitch: ({ name, value, allowed }) =>
      `„${name}“ kann nicht „${value}“ sein; möglich sind ${allowed.join(", ")}.`,
    dismiss: "Ausblenden",
  },

  share: {
    open: "Teilen",
    title: "Teilen und vorführen",
    hint: "Ein Link zu dem, was Sie sehen, ein Bild davon oder die Seite auf dem Beamer.",
    link: "Link",
    linkHint:
      "Er enthält die Anfrage, die Kandidaten, den Verlauf, die Einstellung und die Ansicht. Alles steht im Link selbst: Kein Server bekommt es zu sehen, nur wer den Link öffnet.",
    copy: "Link kopieren",
    copied: "Kopiert",
    copyFailed:
      "Der Browser lässt die Seite nicht kopieren. Markieren Sie den Link und kopieren Sie ihn selbst.",
    address: "Der Link",
    made: (characters, calls) =>
      `${characters.toLocaleString("de")} Zeichen, mit ${counted(calls, "früheren Aufruf", "früheren Aufrufen")}.`,
    leftOut: (calls) =>
      calls === 1 ? "Der älteste Aufruf fehlt darin." : `Die ${calls} ältesten Aufrufe fehlen darin.`,
    tooLong: ({ all, most, history, tools }) =>
      `Der Link hätte ${all.toLocaleString("de")} Zeichen; höchstens ${most.toLocaleString("de")} gehen überall. Auf den Verlauf entfallen davon ${history.toLocaleString("de")}, auf Werkzeuge, die Sie importiert haben, ${tools.toLocaleString("de")}.`,
    drop: (calls) =>
      calls === 1 ? "Den ältesten Aufruf weglassen" : `Die ${calls} ältesten Aufrufe weglassen`,
    hopeless:
      "Er wäre selbst ohne Verlauf zu lang. Nehmen Sie importierte Werkzeuge mit langen Beschreibungen aus den Kandidaten.",
    qr: "QR-Code",
    qrTitle: "Scannen und auf dem eigenen Gerät öffnen",
    qrHint: "Der Code enthält den Link selbst. Kein Server bekommt zu sehen, was darin steht.",
    qrLong: (characters, most) =>
      `Der Link hat ${characters.toLocaleString("de")} Zeichen. Ein Code mit mehr als ${most.toLocaleString("de")} lässt sich kaum vom Bildschirm lesen.`,
    qrWithout: "Einen Code ohne den Verlauf machen",
    qrWithoutDone:
      "Ohne den Verlauf: Wer ihn scannt, sieht die Anfrage und die Kandidaten für eine Person ohne Vorgeschichte.",
    arrivedTitle: "Jemand teilt das mit Ihnen",
    arrivedHint: "Noch hat sich nichts geändert. Was Sie auf dieser Seite haben, bleibt, wie es ist.",
    brokenTitle: "Dieser Link lässt sich nicht öffnen",
    brokenHint: "Nichts hat sich geändert: Was Sie auf dieser Seite haben, bleibt, wie es ist.",
    person: "Person",
    nobody: "Niemand Bestimmtes",
    query: "Anfrage",
    noQuery: "Keine",
    setting: "Einstellung",
    history: "Verlauf",
    calls: (all, liked, disliked) =>
      `${counted(all, "Aufruf", "Aufrufe")}: ${liked} positiv, ${disliked} negativ, ${all - liked - disliked} nicht bewertet`,
    candidates: "Kandidaten",
    view: "Ansicht",
    viewPage: "Die Seite",
    viewPresenter: "Vorführansicht (Escape verlässt sie)",
    viewHidden: (panels) => `${counted(panels, "Teil", "Teile")} ausgeblendet`,
    tools: (tools) => `${counted(tools, "Werkzeug", "Werkzeuge")} aus dem Link`,
    toolsHint:
      "Von jemand anderem geschrieben. Sie kommen zu Ihren importierten Werkzeugen, wo Sie sie entfernen können; keines der Ihren wird ersetzt.",
    fromLink: "Aus einem Link",
    unknown: (tools) =>
      tools === 1
        ? "Einen Kandidaten des Links kennt diese Seite nicht; er wird fehlen."
        : `${tools} Kandidaten des Links kennt diese Seite nicht; sie werden fehlen.`,
    becomes: (name) => `Beim Öffnen kommt eine neue Person zu Ihren hinzu: „${name}“.`,
    accept: "Öffnen",
    decline: "Nicht jetzt",
    close: "Ohne den Link weiter",
    userName: (name, number) => {
      const suffix = number > 1 ? ` ${number}` : "";
      return name === "" ? `Aus einem Link${suffix}` : `${name} (aus einem Link${suffix})`;
    },
    portrait: (portrait) => `Kam mit einem Link. ${portrait}`.trim(),
    troubles: {
      "long-link": ({ characters, most }) =>
        `Er hat ${characters.toLocaleString("de")} Zeichen; Links dieser Seite haben höchstens ${most.toLocaleString("de")}. Bitten Sie um einen neuen.`,
      "strange-character": ({ character, position }) =>
        `Zeichen ${position} hinter der Adresse, „${character}“, kann in einem solchen Link nicht stehen. Er wurde wohl unterwegs verändert: Bitten Sie noch einmal darum.`,
      "damaged-link": () =>
        "Er wurde unterwegs abgeschnitten oder verändert. Kopieren Sie den ganzen Link bis zum letzten Zeichen, oder bitten Sie noch einmal darum.",
      "large-link": ({ bytes }) =>
        `Entpackt hat er mehr als ${Math.round(bytes / 1024)} KB, viel mehr, als ein Link dieser Seite je enthält. Öffnen Sie ihn nicht noch einmal.`,
      "no-json-link": () =>
        "Was er enthält, hat nicht diese Seite geschrieben. Bitten Sie um einen neuen Link.",
      "other-link-version": ({ version, known }) =>
        `Er hat Version ${version}; diese Seite liest Version ${known}. Laden Sie die Seite neu, um ihre neueste Version zu bekommen, oder bitten Sie um einen neuen Link.`,
      "unsafe-link": ({ path }) =>
        `Was er enthält, lässt sich nicht verwenden (bei ${path}). Bitten Sie um einen neuen Link.`,
      "no-page-link": ({ path, why }) =>
        `Was er enthält, ist nicht wie erwartet${path ? `, bei ${path}` : ""}: ${why}. Bitten Sie um einen neuen Link.`,
      "no-compression": () =>
        "Dieser Browser kann Links nicht entpacken. Nehmen Sie einen neueren: Chrome oder Edge ab 103, Safari ab 16.4, Firefox ab 113.",
    },
  },

  picture: {
    title: "Bild",
    hint: "Was jetzt gewählt ist, für Ihre Folien.",
    none: "Sobald das Modell gewählt hat, können Sie ein Bild davon sichern.",
    preview: "So wird das Bild aussehen",
    svg: "Als SVG sichern",
    png: "Als PNG sichern",
    failed: (fault) => `Das Bild ließ sich nicht machen: ${fault}`,
    withoutAsking: "Das Modell wird noch einmal ohne Verlauf gefragt …",
    why: "Auch fragen, was dafür und dagegen sprach",
    whyAsking: "Das Modell wird gefragt, was dafür und dagegen sprach …",
    subject: (name, setting, calls) =>
      `${name} · ${setting} · ${counted(calls, "früherer Aufruf", "frühere Aufrufe")}`,
    nobody: "Jemand",
    mock: "Erfundene Person",
    recorded: "Aufgezeichnet",
    tools: "Wie wahrscheinlich jedes Werkzeug ist",
    withHistory: "mit dem Verlauf",
    withoutHistory: "ganz ohne Verlauf",
    picks: "Das Modell wählt",
    sure: "sicher",
    spokeFor: (provider) => `Was für ${provider} sprach`,
    spokeAgainst: (provider) => `Was gegen ${provider} sprach`,
    noneSpoke: "Kein einzelner Aufruf.",
    more: (count) => `und ${count} weitere`,
    liked: "positiv",
    disliked: "negativ",
    unrated: "nicht bewertet",
    base: (model) => `${model}, ein Basismodell, nicht auf Vorlieben trainiert · PEToolLLaMA Live`,
    personalized: (model) => `${model}, darauf trainiert, was eine Person bisher mochte · PEToolLLaMA Live`,
    recordedBy: (model, date) =>
      `Aufgezeichnet mit ${model} am ${date.toLocaleDateString("de", { dateStyle: "long" })} · PEToolLLaMA Live`,
    noModel: "PEToolLLaMA Live",
  },

  topBar: {
    importTools: "Werkzeuge importieren",
    yourData: "Ihre Daten",
    language: "Sprache",
  },

  page: {
    title: "PEToolLLaMA Live",
    unopened: "Diese Seite konnte nicht geöffnet werden",
    reload: "Neu laden",
  },

  dialog: { close: "Schließen" },

  copy: { copied: "Kopiert" },

  users: { whose: "Wessen Verlauf?" },

  saveState: {
    saved: "hier gespeichert",
    saving: "wird gespeichert …",
    memory: "nur da, bis Sie die Seite schließen",
    failed: "nicht gespeichert",
  },

  history: {
    title: (name) => `Was ${name} bisher getan hat`,
    count: (calls) => `${counted(calls, "Aufruf", "Aufrufe")}, neueste zuerst`,
    add: "Hinzufügen",
    showAll: (calls) => `Alle ${calls} Aufrufe zeigen`,
    empty:
      "Noch keine Aufrufe. Bei leerem Verlauf kann sich das Modell nur nach der Anfrage richten: Fügen Sie einen Aufruf hinzu und sehen Sie, was sich ändert.",
    list: "Aufrufe, neueste zuerst",
    drag: (tool) => `${tool} verschieben`,
    dragHint: "Zum Umordnen ziehen",
  },

  card: {
    preview: "Nur eine Vorschau: Der Verlauf bleibt, wie er ist",
    spokeFor: (weight) => `Sprach für die Wahl (${weight})`,
    spokeAgainst: (weight) => `Sprach gegen die Wahl (${weight})`,
    noDifference: "Machte keinen Unterschied",
    moveNewer: "Zu den neueren rücken",
    moveOlder: "Zu den älteren rücken",
    edit: "Bearbeiten",
    editHint: "Werkzeug und Parameter bearbeiten",
    delete: "Löschen",
  },

  rating: {
    of: (tool) => `Bewertung von ${tool}`,
    liked: "Positiv",
    disliked: "Negativ",
    unrated: "Nicht bewertet",
  },

  callDialog: {
    edit: "Diesen Aufruf bearbeiten",
    add: "Dem Verlauf einen Aufruf hinzufügen",
    choosing: "Wählen Sie das Werkzeug, das aufgerufen wurde.",
    filling: "Was die Person aufgerufen hat und mit welchen Parametern.",
    tools: "Werkzeuge",
    changeTool: "Werkzeug wechseln",
    unknownTool:
      "Dieses Werkzeug steht nicht mehr im Katalog, deshalb lassen sich seine Parameter nicht prüfen.",
    noParameters: "Dieses Werkzeug hat keine Parameter.",
    rating: "Bewertung",
    cancel: "Abbrechen",
    save: "Speichern",
    saveNew: "Hinzufügen",
  },

  field: {
    required: "erforderlich",
    unknown: "unbekannt",
    notSet: "nicht gesetzt",
    remove: (parameter) => `${parameter} entfernen`,
  },

  toolPicker: {
    placeholder: "Nach Aufgabe (englisch), Anbieter oder Name suchen",
    taken: "Schon unter den Kandidaten",
    none: (text) => `Kein Werkzeug passt zu „${text}“.`,
  },

  ask: {
    title: (name) => `Was möchte ${name} jetzt?`,
    titleOfNobody: "Was möchte die Person jetzt?",
    placeholder: "Am besten auf Englisch, zum Beispiel: Will it rain in Oslo tomorrow?",
    others: "Andere Vorschläge",
    setting: "Was das Modell vom Verlauf sieht",
  },

  candidates: {
    title: (tools) => `${counted(tools, "Werkzeug", "Werkzeuge")} zur Wahl`,
    chosen: (all) => `Von Hand gewählt, aus ${all.toLocaleString("de")} auf dieser Seite.`,
    proposed: (all) => `Für diese Anfrage vorgeschlagen, aus ${all.toLocaleString("de")} auf dieser Seite.`,
    propose: "Neu vorschlagen",
    add: "Hinzufügen",
    full: (most) => `Höchstens ${most}: Entfernen Sie zuerst eines`,
    noQuery: "Stellen Sie eine Anfrage, dann erscheinen hier passende Werkzeuge.",
    none: "Keine Werkzeuge. Fügen Sie eines hinzu oder lassen Sie neu vorschlagen.",
    dialog: "Kandidaten hinzufügen",
    dialogHint: "Es kommt zu den Werkzeugen, aus denen das Modell wählt.",
    tools: "Werkzeuge",
    together: (tools, share) => `${tools} zusammen ${share}`,
    togetherHint: "Kandidaten, die das Modell noch nicht unterschieden hat",
    fits: "passt zur Anfrage",
    fit: (share) => `Passt zur Anfrage: ${share}`,
    fitAtMost: (share) => `Passt zur Anfrage: höchstens ${share}`,
    without: (share) => `${share} ganz ohne Verlauf`,
    remove: (tool) => `${tool} entfernen`,
    removeHint: "Entfernen",
  },

  ranking: {
    compare: "Mit leerem Verlauf vergleichen",
    preview: "Eine Vorschau: Der Verlauf ist, wie er war.",
    running: "Die anderen werden unterschieden …",
    failed: (fault) => `Die anderen ließen sich nicht unterscheiden: ${fault}`,
    without: "Das Modell wird noch einmal ohne Verlauf gefragt …",
    mark: (name) =>
      `ohne den Verlauf von ${name}; die Zahl sagt, was der Verlauf beiträgt, in Prozentpunkten.`,
    markOfNobody: "ohne den Verlauf der Person; die Zahl sagt, was der Verlauf beiträgt, in Prozentpunkten.",
    prefers: (name) => `${name} bevorzugt es`,
    prefersOfNobody: "die Person bevorzugt es",
    fits: "es passt zur Anfrage",
  },

  selection: {
    title: "Das Modell wählt",
    spoken: (tool, share) => `Gewählt: ${tool}, zu ${share} sicher.`,
    retry: "Noch einmal versuchen",
    noQuery: "Stellen Sie eine Anfrage, dann erscheint hier die Wahl.",
    noTools: "Fügen Sie mindestens ein Werkzeug hinzu, das gewählt werden kann.",
    before: "Vor Ihrer Änderung war es",
    sure: "sicher",
    slow: "von ein bis drei Minuten: keine Grafikkarte",
    toChoice: "Zur Wahl springen",
    status: {
      idle: "Nichts zu fragen",
      "waiting-for-model": "Wartet auf das Modell",
      reading: "Liest den Prompt",
      writing: "Schreibt den Aufruf",
      done: "Auf dem neuesten Stand",
      error: "Angehalten",
    },
    missing: {
      looking: "Das Modell wird gesucht.",
      unsupported:
        "Das Modell kann in diesem Browser nicht laufen, deshalb gibt es keine Wahl zu sehen. Den Verlauf können Sie trotzdem bearbeiten.",
      asking:
        "Das Modell wartet auf Ihre Erlaubnis. Inzwischen können Sie den Verlauf bewerten und bearbeiten.",
      elsewhere:
        "Das Modell läuft in einem anderen Tab dieses Browsers. Den Verlauf können Sie auch hier bewerten und bearbeiten.",
      absent:
        "Noch ist kein Modell geladen. Sie können den Verlauf bewerten und bearbeiten; die Wahl erscheint, sobald ein Modell da ist.",
      loading:
        "Das Modell ist unterwegs. Inzwischen können Sie den Verlauf bewerten und bearbeiten; die Wahl kommt von selbst.",
      failed:
        "Das Modell konnte nicht geladen werden. Sie können den Verlauf bewerten und bearbeiten; versuchen Sie es unten noch einmal.",
    },
  },

  call: {
    parameters: "Parameter des Aufrufs",
    writing: "Die Parameter werden geschrieben …",
    none: "Aufgerufen ohne Parameter.",
    origins: {
      query: "aus der Anfrage",
      history: "aus dem Verlauf",
      default: "Vorgabe des Werkzeugs",
      own: "vom Modell selbst",
    },
  },

  facts: {
    json: "Der Aufruf als JSON",
    copy: "Den Aufruf kopieren",
    took: "Dauer",
    read: "Gelesen",
    wrote: "Geschrieben",
    tokens: (tokens) => counted(tokens, "Token", "Token"),
    dropped: (calls) =>
      `Der Verlauf war zu lang für das Modell: ${calls === 1 ? "Der älteste Aufruf fehlt" : `Die ${calls} ältesten Aufrufe fehlen`}.`,
  },

  mock: {
    pretend: "Den Aufruf vorspielen",
    label: "Erfunden",
    made: "Hier nach der Beschreibung des Werkzeugs ausgedacht; niemand wurde gefragt.",
    none: "Die Beschreibung dieses Werkzeugs enthält keine Antwort, deshalb gibt es keine zu sehen.",
    accept: "Annehmen: diesen Aufruf in den Verlauf aufnehmen",
    accepted: "Er ist jetzt der neueste Aufruf im Verlauf. Bewerten Sie ihn dort.",
  },

  preview: {
    whatIf: (condition) => `Was wäre, wenn ${condition}?`,
    whatIfShort: "Was wäre, wenn:",
    notYet: "Die Vorschau kommt, sobald das Modell gewählt hat.",
    same: "Die Wahl bliebe dieselbe.",
    other: "Die Wahl wäre eine andere.",
    asking: "Das Modell wird gefragt …",
  },

  explain: {
    title: "Hinter die Wahl schauen",
    close: "Die Erklärung schließen",
    closeHint: "Schließen",
    tabs: "Erklärungen",
    why: "Warum?",
    whatIf: "Was wäre, wenn?",
    settings: "Einstellungen",
    hood: "Unter der Haube",
    hint: "Drei davon fragen das Modell im Hintergrund immer wieder: Sie laufen, solange sie offen sind, und enden mit Ihrer nächsten Änderung.",
    waiting: "Wartet, bis das Modell gewählt hat.",
    progress: (what, done, total) => `${what}: ${done} von ${total}`,
    left: (time) => `noch ${time}`,
  },

  why: {
    running: "Ein Aufruf nach dem anderen wird weggelassen",
    empty: "Das Modell sah keinen Aufruf aus dem Verlauf: Nur die Anfrage sprach.",
    spokeFor: (provider) => `Was für ${provider} sprach`,
    spokeAgainst: (provider) => `Was gegen ${provider} sprach`,
    none: "Kein einzelner Aufruf.",
    noneYet: "Bisher nichts.",
    silent: (calls) => `${counted(calls, "Aufruf machte", "Aufrufe machten")} keinen Unterschied.`,
    about: (provider, effort) =>
      `Jede Zahl ist die Änderung der Log-Odds für ${provider ?? "den gewählten Anbieter"}, wenn das Modell den Verlauf ohne diesen einen Aufruf liest${effort ? ` (${effort})` : ""}. Aufrufe, die nur gemeinsam wirken, zeigen sich hier nicht.`,
  },

  whatIf: {
    hold: "Halten Sie einen Aufruf",
    key: "des Verlaufs gedrückt (die Taste",
    removed:
      "tut dasselbe), um zu sehen, was gewählt würde, wenn es ihn nie gegeben hätte. Der Verlauf bleibt, wie er ist.",
    opposite:
      "tut dasselbe), um zu sehen, was gewählt würde, wenn er umgekehrt bewertet wäre. Der Verlauf bleibt, wie er ist.",
    title: "Die kleinste Änderung, die die Wahl kippt",
    running: "Änderungen werden probiert",
    stop: "Anhalten",
    found: (tries) => `Gefunden nach ${counted(tries, "Versuch", "Versuchen")}: Das Modell würde`,
    ifThat: (conditions) => `wählen, wenn ${conditions.join(" und ")}.`,
    apply: "Diese Änderung übernehmen",
    nothingToTry: "Es gibt keinen Aufruf, dessen geänderte Bewertung das Modell sehen könnte.",
    none: (changes) =>
      `${changes === 1 ? "Die eine probierte Änderung hat" : `Keine von ${changes} Änderungen hat`} die Wahl gekippt: weder an einem Aufruf noch an zweien von denen, die am meisten bewegten. Eine größere oder nicht probierte könnte es noch.`,
    about: (effort) =>
      `Probiert andere Bewertungen für einen Aufruf, dann für zwei, zuerst für die, die am meisten für die Wahl sprachen: höchstens ${effort}.`,
    search: "Suchen",
  },

  settingsPanel: {
    running: "Das Modell wird unter jeder Einstellung gefragt",
    caption: "Wie wahrscheinlich jedes Werkzeug unter jeder Einstellung ist",
  },

  hood: {
    stale: "Von der vorigen Wahl: Eine neuere ist unterwegs.",
    reading: "Lesen (Prefill)",
    writing: "Schreiben (Decode)",
    computed: "Gerechnet",
    answer: "Die Antwort, Token für Token",
    answerHint: (tokens, choices) =>
      `${counted(tokens, "Token", "Token")}; bei ${choices} davon gab es eine Wahl. Alle anderen waren die einzigen, die die Regeln der Antwort zuließen.`,
    forced: "Das einzige zugelassene Token",
    prompt: "Der Prompt, Zeichen für Zeichen",
    promptShort: "Der Prompt",
    copyPrompt: "Den Prompt kopieren",
    legend: "Token je Art von Abschnitt",
    total: (tokens) => `von ${counted(tokens, "Token", "Token")}`,
    part: (kind, tokens) => `${kind}: ${counted(tokens, "Token", "Token")}`,
    kinds: {
      instruction: "Anweisung",
      heading: "Überschriften",
      interaction: "Verlauf",
      candidate: "Kandidaten",
      query: "Anfrage",
      frame: "Chat-Vorlage",
    },
  },

  trailBar: {
    label: "Änderungen und die Wahl, zu der sie führten",
    nothingToUndo: "Nichts rückgängig zu machen",
    nothingToRedo: "Nichts zu wiederholen",
    undo: (edit) => `Rückgängig machen: ${edit}`,
    redo: (edit) => `Wiederholen: ${edit}`,
    undoKeys: (edit) => `Rückgängig machen: ${edit} (Strg+Z)`,
    redoKeys: (edit) => `Wiederholen: ${edit} (Strg+Umschalt+Z)`,
    back: (edit, tool, share) => `${edit}: ${tool}, ${share}. Hierhin zurückgehen.`,
    empty: "Hier steht dann jede Änderung und das Werkzeug, zu dem sie führte.",
  },

  toastList: {
    label: "Meldungen",
    undo: "Rückgängig",
    dismiss: "Ausblenden",
  },

  notices: {
    update: "Eine neue Version dieser Seite ist bereit",
    updateHint: "Alles ist gespeichert. Bis Sie neu laden, bleibt die Seite, wie sie ist.",
    reload: "Neu laden",
    unsupported: "Das Modell kann in diesem Browser nicht laufen",
    missing: (needs) => `Es fehlt: ${needs}.`,
    nothingDownloaded:
      "Nichts wurde heruntergeladen. Den Verlauf können Sie trotzdem ansehen und bearbeiten.",
    damaged: "Einige gespeicherte Daten waren beschädigt",
    damagedHint: (entries) =>
      `${entries === 1 ? "Ein Eintrag wurde" : `${entries} Einträge wurden`} repariert oder beiseitegelegt; nichts wurde weggeworfen.`,
    look: (entries) => (entries === 1 ? "Den Eintrag ansehen" : "Die Einträge ansehen"),
    memory: "Änderungen bleiben nur erhalten, bis Sie diese Seite schließen",
    saveAgain: "Noch einmal speichern",
    saving: "Wird versucht …",
    stillNotSaved: (fault) => `Immer noch nicht gespeichert. ${fault}`,
  },

  modelPanel: {
    nameless: "Das Modell",
    summary: (english) => summaries.get(english) ?? english,
    status: {
      looking: "Wird gesucht",
      unsupported: "Läuft hier nicht",
      asking: "Wartet auf Sie",
      absent: "Nicht geladen",
      elsewhere: "In anderem Tab",
      loading: "Wird geladen",
      ready: "Bereit",
      failed: "Angehalten",
    },
    recovering: "Es wird von selbst neu geladen.",
    cancel: "Abbrechen",
    toDownload: (missing) =>
      `Es läuft allein in diesem Browser: ${missing} sind einmal herunterzuladen. Nichts, was Sie schreiben, verlässt dieses Gerät.`,
    toContinue: (missing, here, size) =>
      `Es läuft allein in diesem Browser: ${missing} sind noch herunterzuladen, ${here} von ${size} sind schon da. Nichts, was Sie schreiben, verlässt dieses Gerät.`,
    stored: "Es ist auf diesem Gerät gespeichert.",
    load: "Modell laden",
    loadContinue: "Modell weiter laden",
    loadSize: (size) => `Modell laden (${size})`,
    elsewhere:
      "Ein anderer Tab dieses Browsers hat das Modell, und die Grafikkarte trägt nur eines. Sie können hier trotzdem alles bearbeiten; Ihre Änderungen zeigen sich auch dort. Das Modell kommt hierher, sobald der andere Tab geschlossen wird.",
    takeOver: "Stattdessen hier verwenden",
    looking: "Das Modell und eine Grafikkarte werden gesucht …",
    nothingDownloaded: "Nichts wurde heruntergeladen.",
    software: (adapter) =>
      `Keine Grafikkarte gefunden (${adapter}): Das Modell läuft auf dem Prozessor, und eine Wahl dauert ein bis drei Minuten. Mit einer Grafikkarte geht es viel schneller.`,
    delete: (size) => `Aus diesem Browser löschen (${size})`,
    models: "Modelle",
    retry: "Noch einmal versuchen",
    smaller: (tokens) => `Mit kleinerem Kontext laden (${tokens.toLocaleString("de")} Token)`,
    fitting: (tokens) => `Mit so viel Kontext laden, wie das braucht (${tokens.toLocaleString("de")} Token)`,
    base: "ist ein Basismodell. Niemand hat es darauf trainiert, dem Geschmack einer Person zu folgen: Es liest den Verlauf als Teil seiner Anweisungen, und wenn seine Wahl zu den Bewertungen passt, kann das Zufall sein.",
    trained: "wurde darauf trainiert, dem zu folgen, was eine Person zuvor mochte.",
  },

  modelProgress: {
    label: "Das Modell wird geladen",
    starting: "Beginnt …",
    phases: {
      check: "Gespeichertes wird geprüft …",
      download: "Wird heruntergeladen …",
      load: "Wird auf die Grafikkarte geladen …",
      compile: "Die Grafikprogramme werden vorbereitet …",
      ready: "Bereit …",
    },
    bytes: (done, total) => `${done} von ${total}`,
    speed: (bytes, left) => `${bytes}/s, noch ${left}`,
    measuring: "die Geschwindigkeit wird gemessen",
  },

  modelCheck: {
    yes: "Ja, es kann hier laufen.",
    no: "Nein, zum Speichern ist zu wenig Platz.",
    someDevice: "eine Grafikkarte",
    free: (size) => `${size} frei`,
    freeUnknown: "der Browser verrät nicht, wie viel Platz er hat",
    found: (device, needed, room) =>
      `Gerät: ${device}, mit allem, was das Modell braucht. Speicher: ${needed} nötig, ${room}.`,
  },

  modelFacts: {
    size: "Größe",
    sizeOf: (size, millions) => `${size}, ${millions} Millionen Parameter`,
    from: "Von",
    reads: "Liest",
    upTo: (tokens) => `bis zu ${tokens.toLocaleString("de")} Token`,
    runsOn: "Läuft auf",
    software: (adapter) => `${adapter} (der Prozessor, langsam)`,
    noDevice: "keine Grafikkarte",
    licence: "Lizenz",
  },

  modelTrust: {
    changed:
      "Das Programm dieses Modells hat sich geändert, seit Sie es erlaubt haben. Darf das neue laufen?",
    elsewhere:
      "Dieses Modell kommt von einer anderen Website und bringt ein eigenes Programm mit. Darf es laufen?",
    from: "Von",
    hint: "Es läuft in diesem Browser, abgeschottet von Ihren Dateien. Erlauben Sie es nur, wenn Sie den Urhebern vertrauen. Sie werden einmal gefragt und wieder, wenn es sich ändert.",
    allow: "Erlauben und laden",
  },

  modelShelf: {
    title: "Modelle",
    hint: "Was dieser Browser gespeichert hat und wo ein anderes Modell liegt.",
    none: "In diesem Browser ist kein Modell gespeichert.",
    free: (size) => `Der Browser hat noch Platz für ${size}.`,
    address: "Ein anderes Modell: die Adresse seines Ordners",
    placeholder: "https://…/mein-modell/",
    open: "Öffnen",
    addressHint:
      "Die Seite öffnet sich neu und darf sich dann auch mit dieser Adresse verbinden. Nichts vom Modell läuft, bevor Sie es erlauben.",
    inUse: "hier in Gebrauch",
    part: (here, total) => `${here} von ${total}`,
    stored: (size, since, version, folder) =>
      `${size}${since ? `, gespeichert ${since}` : ""}, Version ${version}, von ${folder}`,
    checking: "Jede Datei wird geprüft …",
    sound: "Geprüft: Jede Datei ist, wie sie veröffentlicht wurde.",
    wrong: (files) =>
      `Geprüft: ${files.join(", ")} ${files.length === 1 ? "fehlt oder ist falsch und wurde" : "fehlen oder sind falsch und wurden"} gelöscht. Laden Sie das Modell noch einmal, um es zu reparieren.`,
    use: "Verwenden",
    check: "Prüfen",
    delete: "Löschen",
  },

  data: {
    title: "Ihre Daten",
    hint: "Personen, ihre früheren Aufrufe, importierte Werkzeuge und Einstellungen. All das bleibt in diesem Browser, solange Sie es nicht herausholen.",
    space: (used, free) =>
      `Diese Seite belegt mit ihren gespeicherten Modellen ${used}; weitere ${free} sind frei.`,
    persisted: "Der Browser löscht sie nicht von selbst.",
    notPersisted: "Wird der Platz knapp, kann der Browser sie löschen: Ein Export ist die sichere Kopie.",
    export: "Exportieren",
    exportHint: "Alles in einer JSON-Datei, die diese Seite wieder liest, hier oder anderswo.",
    exportAll: "Alles exportieren",
    reset: "Von vorn beginnen",
    resetQuestion:
      "Dies löscht alle Änderungen, importierten Werkzeuge und Einstellungen auf diesem Gerät und bringt die Beispielpersonen zurück, wie sie waren. Es lässt sich nicht rückgängig machen. Vorher alles exportieren?",
    resetConfirm: "Löschen und von vorn beginnen",
    resetCancel: "Behalten",
    resetBegin: "Auf die Beispielpersonen zurücksetzen",
    resetDone: "Die Beispielpersonen sind wieder da.",
  },

  dataImport: {
    title: "Importieren",
    hint: "Eine Datei aus „Alles exportieren“. Sie sehen, was sich ändern würde, bevor es geschieht.",
    choose: "Datei wählen",
    working: "In Arbeit …",
    unchanged: "Nichts wurde geändert.",
    done: (file) => `Importiert aus ${file}.`,
    how: "Wie importiert wird",
    merge: "Zusammenführen.",
    mergeHint: "Zu dem hinzufügen, was hier ist; wo beide sich unterscheiden, gilt die Datei.",
    replace: "Ersetzen.",
    replaceHint: "Nur was die Datei enthält, bleibt.",
    kinds: {
      users: "Personen",
      calls: "Frühere Aufrufe",
      tools: "Importierte Werkzeuge",
      settings: "Einstellungen",
    },
    new: "neu",
    changed: "geändert",
    removed: "entfernt",
    same: "unverändert",
    none: "keine",
    nothingNew: "Alles in dieser Datei ist schon hier.",
    doMerge: "Die Datei einfügen",
    doReplace: "Alles ersetzen",
  },

  quarantine: {
    title: (entries) => `Beiseitegelegt: ${entries === 1 ? "1 Eintrag" : `${entries} Einträge`}`,
    hint: "Diese waren beschädigt oder in einer Form, die diese Version nicht schreibt. Was sich reparieren ließ, ist wieder an seinem Platz; hier steht, wie jeder gefunden wurde.",
    kinds: {
      users: "Eine Person",
      interactions: "Ein früherer Aufruf",
      tools: "Ein importiertes Werkzeug",
      preferences: "Eine Einstellung",
      quarantine: "Ein Eintrag dieser Liste",
    },
    mended: (kind) => `${kind}, repariert`,
    more: (entries) => `${entries} weitere zeigen`,
    download: "Herunterladen",
    delete: "Löschen",
  },

  toolImport: {
    title: "Werkzeuge importieren",
    hint: "Ein Dokument in OpenAPI 3 oder Swagger 2 (JSON oder YAML) oder in jeder Zeile eine Werkzeugbeschreibung als JSON. Die Datei bleibt auf diesem Gerät.",
    choose: "Datei wählen",
    drop: "oder hier ablegen",
    reading: "Die Datei wird gelesen …",
    nothing: "Nichts wurde importiert.",
    added: (tools, file) => `${counted(tools, "Werkzeug", "Werkzeuge")} aus ${file} hinzugefügt.`,
    replaced: (tools) => `${counted(tools, "Werkzeug", "Werkzeuge")} gleichen Namens ersetzt.`,
    yours: (tools) => `Ihre Werkzeuge: ${tools.toLocaleString("de")}`,
    more: (tools) => (tools === 1 ? "1 weiteres Werkzeug zeigen" : `${tools} weitere Werkzeuge zeigen`),
    none: "Sie haben noch keine Werkzeuge importiert.",
    remove: (tool) => `${tool} entfernen`,
    removeHint: "Entfernen",
  },

  lessons: {
    open: "Lernen",
    title: "Mit dieser Seite lernen",
    hint: "Was Sie in einer Lektion oder auf dem Rundgang tun, berührt nichts von Ihnen: Eine erfundene Person spielt es, und es endet, wenn Sie gehen.",
    list: "Lektionen",
    minutes: (minutes) => `${minutes} min`,
    finished: "erledigt",
    own: "Eine eigene Lektion",
    ownHint:
      "Eine JSON-Datei, wie docs/teaching.md sie erklärt. Nichts darin kann ausgeführt werden; sie wird gelesen und geprüft.",
    choose: "Datei öffnen",
    address: "Oder ihre Adresse",
    fetch: "Öffnen",
    person: "Jemand",
    guest: "Für diese Lektion erfunden.",
    label: "Lektion",
    leave: "Lektion verlassen",
    leaveHint: "Zurück dorthin, wo Sie waren",
    print: "Drucken",
    again: "Von vorn",
    show: "Vormachen",
    explain: "Erklärung zeigen",
    explanation: "Was geschehen ist",
    next: "Nächste Lektion",
    more: "Weitere Lektionen",
    done: "Geschafft",
    doneSaid: "Die Lektion ist geschafft. Ihre Erklärung ist da.",
    stepDone: (count, all) => `Schritt erledigt: ${count} von ${all}.`,
    stepTicked: "erledigt",
    waits: "Diese Lektion braucht das Modell: Laden Sie es, oder warten Sie, bis es da ist.",
    early: "Warten Sie auf die erste Wahl, bevor Sie etwas ändern: Spätere werden mit ihr verglichen.",
    ask: (origin) => `Diese Lektion liegt auf ${origin}.`,
    askHint: (origin) =>
      `Wenn Sie sie öffnen, erfährt ${origin}, dass jemand sie von dieser Netzadresse aus abgerufen hat. Nichts, was Sie hier tun, wird gesendet.`,
    agree: "Öffnen",
    reopen: "Seite mit ihr neu laden",
    refuse: "Nicht öffnen",
    nothing: "Die Lektion wurde nicht geöffnet.",
    kept: "nur da, bis Sie gehen",
    sheet: {
      history: "Der Verlauf, Ältestes zuerst",
      candidates: "Die Werkzeuge zur Wahl",
      selection: "Was das Modell gewählt hat",
      none: "Noch nichts gewählt.",
      invented: "erfunden",
      empty: "Keine Aufrufe.",
      query: "Die Anfrage",
      setting: "Was das Modell sah",
      with: (model) => `mit ${model}`,
    },
    faults: {
      "no-address": ({ name }) =>
        `„${name}“ ist weder eine Lektion dieser Seite noch eine Webadresse, die mit https beginnt.`,
      "too-large": ({ name, kilobytes }) =>
        `„${name}“ ist zu groß für eine Lektion: mehr als ${kilobytes} KB.`,
      unreachable: ({ name }) =>
        `„${name}“ ist nicht zu erreichen oder erlaubt anderen Seiten nicht, sie zu lesen.`,
      answered: ({ name, status }) => `„${name}“ war nicht zu bekommen: Der Server antwortete mit ${status}.`,
      "not-text": ({ name }) => `„${name}“ ist kein Text in UTF-8.`,
      "not-json": ({ name, line, column }) =>
        `„${name}“ ist kein JSON: siehe Zeile ${line}, Spalte ${column}.`,
      invalid: ({ name, path, why }) =>
        path
          ? `„${name}“ ist noch keine Lektion. Feld ${path}: ${why}.`
          : `„${name}“ ist keine Lektion: ${why}.`,
      "no-tool": ({ name, path, tool }) =>
        `„${name}“ nennt ein Werkzeug, das diese Seite nicht hat. Feld ${path}: ${tool}.`,
    },
  },

  tour: {
    name: "Ein Rundgang durch diese Seite",
    hint: "Neun Stationen, etwa vier Minuten. Die Seite gehört dabei die ganze Zeit Ihnen.",
    start: "Rundgang beginnen",
    resume: (number, all) => `Weiter bei Station ${number} von ${all}`,
    restart: "Von vorn",
    person: {
      name: "Mira",
      portrait:
        "Mira ist für diesen Rundgang erfunden. Einen Wetterdienst hat sie zweimal positiv bewertet, einen anderen aufgerufen, ohne zu sagen, wie er ihr gefiel.",
    },
    place: (number, all) => `Station ${number} von ${all}`,
    next: "Weiter",
    finish: "Beenden",
    back: "Zurück",
    leave: "Rundgang verlassen",
    show: "Für mich erledigen",
    done: "Erledigt",
    doneSaid: "Erledigt. Gehen Sie weiter, wann Sie möchten.",
    away: "Es ist gerade nicht auf dem Bildschirm.",
    scroll: "Zeigen, wo",
    waits: "Diese Station wartet auf das Modell. Laden Sie es, oder gehen Sie ohne weiter.",
    toModel: "Zum Modell",
    steps: {
      before: {
        title: "Das hat Mira bisher getan",
        text: "Jede Karte ist ein früherer Aufruf eines Werkzeugs, der neueste oben. Das Wetter von Meteosource hat Mira zweimal positiv bewertet. Was sie von VisualCrossing hält, hat sie nie gesagt.",
      },
      ask: {
        title: "Fragen Sie nach dem Wetter",
        text: "Schreiben Sie auf Englisch eine Frage zum Wetter. Darunter erscheinen passende Werkzeuge mehrerer Anbieter.",
      },
      choice: {
        title: "Das Modell wählt",
        text: "Es liest den Verlauf und die Anfrage und nimmt eines der Werkzeuge. Die Prozentzahl sagt, wie sicher es ist.",
      },
      like: {
        title: "Bewerten Sie zwei Aufrufe von VisualCrossing positiv",
        text: "Sagen Sie für Mira, dass diese Aufrufe doch gut waren: Drücken Sie auf beiden Karten den Daumen nach oben.",
      },
      bar: {
        title: "Sehen Sie, wie der Balken wandert",
        text: "Die Frage ist dieselbe, die Werkzeuge sind dieselben. Nur der Verlauf sagt jetzt etwas anderes, und die Balken folgen.",
      },
      why: {
        title: "Warum?",
        text: "Öffnen Sie „Warum?“: Das Modell wird ohne jeden einzelnen Aufruf noch einmal gefragt. Was ohne ihn am meisten anders wird, sprach am meisten mit.",
      },
      "what-if": {
        title: "Was wäre, wenn?",
        text: "Öffnen Sie „Was wäre, wenn?“: Die Seite sucht die kleinste Änderung, nach der ein anderes Werkzeug gewählt wird.",
      },
      settings: {
        title: "Die drei Einstellungen",
        text: "Öffnen Sie „Einstellungen“: nur positive Aufrufe, alle mit Bewertung oder alle in ihrer Reihenfolge ohne Bewertung. Derselbe Verlauf, auf drei Arten gesehen.",
      },
      end: {
        title: "Jetzt gehört sie Ihnen",
        text: "Wenn Sie beenden, geht Mira, und die Seite ist, wie sie war. Probieren Sie eine andere Person, eine eigene Frage oder eine Lektion.",
      },
    },
  },

  recorded: {
    label: "Aufgezeichnet",
    title: "So wird es aussehen",
    by: (model, date) =>
      `${model} hat das am ${date} in einem Browser berechnet. Sobald Ihr Modell bereit ist, antwortet es selbst.`,
    first: "Der Verlauf, wie er ist",
    calls: "Der Verlauf, Neuestes zuerst",
    play: "Abspielen",
    pause: "Anhalten",
    back: "Zurück",
    next: "Weiter",
    place: (scene, scenes, step, steps) => `Szene ${scene} von ${scenes}, Schritt ${step} von ${steps}`,
    edits: {
      liked: (tool) => `Ein Aufruf von ${tool} ist jetzt positiv bewertet`,
      disliked: (tool) => `Ein Aufruf von ${tool} ist jetzt negativ bewertet`,
      unrated: (tool) => `Ein Aufruf von ${tool} ist nicht mehr bewertet`,
      deleted: (tool) => `Ein Aufruf von ${tool} wurde gelöscht`,
      added: (tool) => `Ein Aufruf von ${tool} kam hinzu`,
      withdrawn: (tool) => `${tool} steht nicht mehr zur Wahl`,
      asked: "Eine andere Anfrage",
      setting: (setting) => `Einstellung: ${setting}`,
    },
  },

  person: {
    open: (name) => `${name} umbenennen, kopieren oder löschen`,
    title: (name) => `Über ${name}`,
    hint: "Name und Porträt sind für Menschen: Das Modell sieht nur die früheren Aufrufe.",
    name: "Name",
    portrait: "Porträt",
    save: "Speichern",
    duplicate: "Kopieren",
    copyOf: (name) => `${name} (Kopie)`,
    delete: "Löschen",
    last: "Die letzte Person lässt sich nicht löschen.",
    unnamed: "Die Person braucht einen Namen.",
    deleted: (name) => `${name} wurde mit dem ganzen Verlauf gelöscht.`,
  },

  makeUser: {
    open: "Ihr eigener Verlauf",
    title: "Ihr eigener Verlauf",
    hint: "Acht kurze Fragen über Werkzeuge. Aus Ihren Antworten wird ein Verlauf früherer Aufrufe, den Sie danach bearbeiten können.",
    progress: (number, all) => `Frage ${number} von ${all}`,
    skip: "Keins von beiden",
    back: "Zurück",
    name: "Wie soll diese Person heißen?",
    me: "Ich",
    calls: (calls) => `Der Verlauf beginnt mit ${counted(calls, "Aufruf", "Aufrufen")}.`,
    create: "Person anlegen",
    portrait: (providers) =>
      providers.length > 0
        ? `Aus acht Antworten entstanden: bevorzugt ${listed(providers)}.`
        : "Aus acht Fragen entstanden, alle mit „keins von beiden“ beantwortet.",
    questions: {
      weather: {
        ask: "Was erwarten Sie von einer Wettervorhersage?",
        ways: ["Die nächsten Tage auf einen Blick", "Jede Stunde, mit Wind und Wellen"],
      },
      directions: {
        ask: "Wie kommen Sie von hier nach dort?",
        ways: ["Mit dem Rad oder zu Fuß", "Mit dem Auto, so schnell es geht"],
      },
      music: {
        ask: "Wo suchen Sie Musik?",
        ways: ["Wo es alles gibt", "Wo Leute ihre eigene hochladen"],
      },
      images: {
        ask: "Welche Bilder verwenden Sie?",
        ways: ["Freie Fotos, die Leute teilen", "Professionelle Fotos einer Agentur"],
      },
      news: {
        ask: "Wie verfolgen Sie die Nachrichten?",
        ways: ["Eine Zeitung, gründlich", "Viele Quellen, sofort"],
      },
      messages: {
        ask: "Wo schreiben Sie anderen?",
        ways: ["In den Kanälen eines Teams", "In einem Chat auf dem Telefon"],
      },
      tasks: {
        ask: "Wie halten Sie Ihre Aufgaben fest?",
        ways: ["Als einfache Liste", "Als Karten an einer Tafel"],
      },
      films: {
        ask: "Was möchten Sie über einen Film wissen?",
        ways: ["Die Fakten: Jahr, Besetzung, Handlung", "Was die Kritik sagt"],
      },
    },
  },

  compare: {
    open: "Mit einer anderen Person vergleichen",
    title: "Zwei Personen, eine Frage",
    hint: "Dasselbe Modell, dieselbe Frage, dieselbe Auswahl; nur der Verlauf ist ein anderer.",
    with: "Vergleichen mit",
    nobody: "Person wählen",
    noModel: "Beide Antworten kommen vom Modell: Laden Sie es zuerst.",
    waiting: "Wartet, bis das Modell gewählt hat.",
    asking: "Fragt mit beiden Verläufen",
    table: "Wie wahrscheinlich jedes Werkzeug mit jedem Verlauf ist",
    call: (name) => `Der Aufruf für ${name}`,
    same: (tool, [one, other], [first, second]) =>
      `Das Modell wählt für beide ${tool}: mit dem Verlauf von ${one} zu ${first} sicher, mit dem von ${other} zu ${second}.`,
    different: ([one, other], [oneTool, otherTool], [first, second]) =>
      `Mit dem Verlauf von ${one} wählt das Modell ${oneTool} (${first}), mit dem von ${other} ${otherTool} (${second}). Nur der Verlauf ist ein anderer.`,
    largest: (tool, points) =>
      points === 0
        ? "Bei keinem Werkzeug unterscheidet sich die Wahrscheinlichkeit um einen ganzen Punkt."
        : `Am meisten unterscheiden sie sich bei ${tool}: um ${points === 1 ? "1 Punkt" : `${points} Punkte`}.`,
  },

  display: {
    open: "Anzeige",
    hint: "Wie die Seite auf diesem Gerät aussieht.",
    theme: "Farben",
    themes: {
      system: "Wie das Gerät",
      light: "Hell",
      dark: "Dunkel",
      contrast: "Hoher Kontrast",
    },
  },

  shortcuts: {
    title: "Tastenkürzel",
    hint: "Alles auf dieser Seite geht auch mit der Tastatur; Tab führt vom einen zum nächsten.",
    places: {
      page: "Überall",
      card: "Auf einem früheren Aufruf",
      list: "In einer Liste von Werkzeugen",
      presenter: "In der Vorführansicht",
    },
    names: {
      sheet: "Diese Liste zeigen",
      undo: "Die letzte Änderung rückgängig machen",
      redo: "Sie wiederherstellen",
      close: "Schließen, was offen ist; eine Vorschau beenden",
      preview: "Was wäre, wenn dieser Aufruf anders bewertet wäre? Noch einmal: beenden",
      browse: "Ein Werkzeug weiter nach unten oder oben",
      leap: "Mehrere Werkzeuge nach unten oder oben",
      pick: "Das Werkzeug nehmen",
      next: "Der nächste Schritt; ein Presenter-Klicker tut dasselbe",
      back: "Der Schritt davor",
      ends: "Der erste oder der letzte Schritt",
    },
    or: "oder",
    keys: {
      Ctrl: "Strg",
      Shift: "Umschalt",
      Escape: "Esc",
      Enter: "Eingabe",
      ArrowDown: "↓",
      ArrowUp: "↑",
      ArrowLeft: "←",
      ArrowRight: "→",
      PageDown: "Bild ab",
      PageUp: "Bild auf",
      Home: "Pos 1",
      End: "Ende",
    },
    singleKeys: "Ein einzelnes Zeichen wie „?“ ist ein Kürzel",
    singleKeysHint: "Schalten Sie das aus, wenn Sie diktieren. Auf einem früheren Aufruf bleibt W eines.",
  },

  booth: {
    title: "Welches Werkzeug hätten Sie gern?",
    lines: [
      "Ein Assistent kennt viele Werkzeuge, die dasselbe tun. Welches er nehmen soll, hängt vom Menschen ab.",
      "Ein kleines Sprachmodell liest, was jemand früher getan hat, und wählt. Es läuft hier, in diesem Browser.",
      "Loben oder tadeln Sie, was getan wurde, und sehen Sie zu, wie es seine Meinung ändert.",
    ],
    start: "Zum Starten berühren",
    leaving: "Ist noch jemand da?",
    leavingHint: (seconds) =>
      `In ${counted(seconds, "Sekunde", "Sekunden")} beginnt die Seite für die Nächsten von vorn.`,
    stay: "Ich bin noch da",
    counts: "Auf diesem Gerät gezählt",
    countsHint:
      "Wie viele Besuche es gab und wie viele Auswahlen die Besucher gesehen haben, nach Tagen. Sonst wird nichts von ihnen aufbewahrt.",
    day: "Tag",
    visits: "Besuche",
    selections: "Auswahlen",
    total: "Alle Tage",
    save: (form) => `Als ${form} speichern`,
  },
} satisfies Words;
