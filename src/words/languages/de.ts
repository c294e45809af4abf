import type { Words } from "../words.svelte";

const counted = (number: number, one: string, more: string) =>
  `${number.toLocaleString("de")} ${number === 1 ? one : more}`;

export default {
  language: "Deutsch",

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
    saved: "auf diesem Gerät gespeichert",
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
    title: (name) => `Was möchte ${name} jetzt wissen?`,
    titleOfNobody: "Was möchte die Person jetzt wissen?",
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
    dialogHint: "Das Modell wählt dann auch unter diesem Werkzeug.",
    tools: "Werkzeuge",
    together: (tools, share) => `${tools} zusammen ${share}`,
    togetherHint: "Kandidaten, die das Modell noch nicht unterschieden hat",
    fits: "passt zur Anfrage",
    fit: (share) => `Passt zur Anfrage: ${share}`,
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
    running: "Unter jeder Einstellung wird gefragt",
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
      `Geprüft: ${files.join(", ")} – fehlend oder falsch und gelöscht. Laden Sie das Modell noch einmal, um es zu reparieren.`,
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
} satisfies Words;
