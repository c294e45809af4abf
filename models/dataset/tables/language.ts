import { choice, count, define, flag, slot } from "../make/define.ts";

export const language = [
  define("translation", "language", {
    operations:
      "translate; translate text; text translation; to language; machine translate; translate string",
    describe: `Translates text into another language.
      Machine translation for 100 languages.
      Says it in another tongue.
      Text in, translation out.
      Neural translation of sentences.
      Translate anything, formal or informal.
      Quick translations with source detection.
      de|Übersetzt Texte.`,
    slots: {
      text: slot("sentence"),
      lang: slot("language"),
      from: slot("language", "source_language from_language from", ""),
      formal: choice(
        "formality tone register",
        `formal / politely = formal FORMAL more
        informal / casually = informal INFORMAL less`,
        "",
      ),
    },
    ask: `translate "{text}" to {lang}
      translate into {lang}: {text}
      how do you say "{text}" in {lang}
      "{text}" in {lang}
      ~I have to tell my {lang} speaking neighbour: {text}
      {lang} translation of "{text}"
      say "{text}" in {lang}
      put this into {lang}: {text}
      ~what would a person speaking {lang} write for "{text}"
      I need "{text}" in {lang}
      translate from {from} to {lang}: {text}
      what is "{text}" in {lang}?
      de|Übersetze "{text}", Zielsprache {lang}
      es|traduce "{text}", idioma {lang}
      turn "{text}" into {lang}
      write "{text}" in {lang} for me`,
    near: "dictionary language-detection",
    real: /translat(e|ion)s?\b(?!.*(memory|project|file|key|list|job|job))/i,
  }),
  define("dictionary", "language", {
    operations: "define; definition; lookup word; word meaning; get definitions; dictionary entry; entries",
    describe: `Meaning of a word.
      Dictionary definitions with examples.
      What a word means.
      Looks up a word and its pronunciation.
      Definitions, word class and origin.
      English dictionary.
      Explains words in plain language.
      de|Bedeutung eines Wortes.`,
    slots: {
      word: slot("word"),
      lang: slot("language", "", "in {}; , explained in {}"),
      examples: flag(
        "examples include_examples with_examples",
        "with examples; with example sentences",
        "without examples",
      ),
      limit: count(2, 6, "limit max_results count", "at most {} meanings"),
    },
    ask: `what does {word} mean
      define {word}
      meaning of {word}
      definition of {word}
      ~she called me "{word}", should I be offended?
      look up the word {word}
      what is the meaning of the word {word}
      {word} definition
      ~I read "{word}" in a novel and had no idea
      explain the word {word}
      dictionary {word}
      what's {word} supposed to mean
      no|hva betyr {word}?
      how would you define {word}
      es|qué significa {word}
      tell me what {word} means`,
    near: "synonyms translation rhymes",
    real: /(word )?definitions?\b.*word|(definition|meaning|dictionary).*(word|entry)/i,
  }),
  define("synonyms", "language", {
    operations: "synonyms; get synonyms; thesaurus; similar words; related words; words like",
    describe: `Words with a similar meaning.
      Thesaurus: synonyms and antonyms.
      Other words for the same thing.
      Finds synonyms.
      Alternatives for a word.
      Similar and opposite words.
      Word choices for writers.
      de|Synonyme finden.`,
    slots: {
      word: slot("word"),
      limit: count(2, 9, "limit max_results count", ", {} of them; , at most {}"),
      antonyms: flag(
        "antonyms include_antonyms opposites",
        "and the opposites; with antonyms",
        "without antonyms",
      ),
    },
    ask: `synonyms for {word}
      another word for {word}
      words like {word}
      what can I say instead of {word}
      ~I've used "{word}" three times in this paragraph already
      thesaurus {word}
      similar words to {word}
      {word} synonyms
      ~my teacher crossed out "{word}", she wants something different
      give me alternatives to {word}
      which words mean the same as {word}
      find a synonym for {word}
      de|Synonyme für {word}
      other ways to say {word}
      fr|synonymes de {word}
      words with a meaning close to {word}`,
    near: "dictionary rhymes",
    real: /synonyms?|thesaurus/i,
  }),
  define("rhymes", "language", {
    operations: "rhymes; find rhymes; rhyming words; words that rhyme; rhyme search",
    describe: `Words that rhyme.
      Rhyming dictionary.
      Finds perfect and near rhymes.
      Rhymes for poets and songwriters.
      What rhymes with a word.
      Rhyme finder by syllables.
      End rhymes for lyrics.
      de|Reime finden.`,
    slots: {
      word: slot("word"),
      limit: count(3, 20, "limit max_results count", ", {} of them; , at most {}"),
      near: flag(
        "near include_near near_rhymes",
        "near rhymes too; including near rhymes",
        "perfect rhymes only",
      ),
    },
    ask: `what rhymes with {word}
      rhymes for {word}
      words rhyming with {word}
      find rhymes for {word}
      ~my poem ends with {word} and I need the next line
      rhyming words {word}
      rhyme with {word}
      a rhyme for {word} please
      ~writing a birthday song, stuck at {word}
      does anything rhyme with {word}
      {word} rhymes
      list words that sound like {word} at the end
      nl|wat rijmt op {word}?
      give me rhymes of {word}
      I need something that rhymes on {word}
      rap line ending in {word}, what rhymes`,
    near: "synonyms dictionary",
    real: /rhym/i,
  }),
  define("sentiment", "language", {
    operations: "sentiment; analyze sentiment; mood; tone check; sentiment analysis; polarity",
    describe: `Tells whether a text sounds positive or negative.
      Sentiment analysis.
      Mood of a sentence.
      How angry or happy a text is.
      Scores emotions in writing.
      Polarity of reviews and posts.
      Opinion mining for short texts.
      Detects the tone of a message.`,
    slots: { text: slot("sentence"), emotions: flag("emotions detailed with_emotions", "", "") },
    ask: `sentiment of "{text}"
      is this positive or negative: {text}
      analyze the mood of "{text}"
      how does "{text}" sound, happy or angry
      ~a guest wrote "{text}", was that praise?
      is "{text}" a positive statement?
      tone of this review: {text}
      rate the sentiment: {text}
      ~was he upset when he wrote "{text}"
      check whether "{text}" is friendly
      which emotion is in "{text}"
      sentiment analysis: {text}
      de|Klingt "{text}" positiv oder negativ?
      does this comment sound annoyed: {text}
      mood check for "{text}"
      judge the feeling in this text: {text}`,
    real: /sentiment/i,
  }),
  define("language-detection", "language", {
    operations: "detect language; identify language; which language; language of; detect",
    describe: `Detects the language of a text.
      Which language something is written in.
      Language identification.
      Recognizes 100 languages.
      Tells the tongue of a sentence.
      Guess the language, with probability.
      Identifies languages in short texts.
      de|Erkennt die Sprache eines Textes.`,
    slots: { text: slot("sentence"), top: count(2, 5, "top limit max_results", "") },
    ask: `what language is "{text}"
      detect the language of "{text}"
      which language is this: {text}
      identify the language: {text}
      ~got a letter that starts with "{text}", what tongue is that
      language of "{text}"
      in which language is "{text}" written
      ~the label says "{text}", from which country could that be, I mean the language
      recognise the language of this sentence: {text}
      is "{text}" English or something else
      language check: {text}
      find out the language of this text: {text}
      de|Welche Sprache ist "{text}"?
      tell me which language this is: {text}
      guess the language of "{text}"
      what tongue is this, "{text}"`,
    near: "translation",
    real: /(detect|identif)\w*.*language|language (detect|identif)/i,
  }),
  define("grammar-check", "language", {
    operations: "check text; grammar check; proofread; correct; spell check; check grammar",
    describe: `Finds grammar and spelling mistakes.
      Proofreads your text.
      Spelling and style check.
      Corrects errors in a sentence.
      Grammar checker for many languages.
      Is a sentence written correctly.
      Suggests better wording.
      de|Prüft Rechtschreibung und Grammatik.`,
    slots: {
      text: slot("sentence"),
      lang: slot("language", "", ""),
      style: flag("style check_style", "", ""),
    },
    ask: `check the grammar of "{text}"
      is this spelled correctly: {text}
      proofread "{text}"
      correct this sentence: {text}
      ~before I send it, did I make mistakes here? {text}
      spell check: {text}
      grammar check "{text}"
      any errors in "{text}"
      ~my English teacher will read this, is it fine: {text}
      fix my spelling: {text}
      is "{text}" correct {lang}
      look for mistakes in "{text}"
      de|Korrigiere: {text}
      does this sentence have typos: {text}
      improve the grammar here: {text}
      check spelling of this text: {text}`,
    real: /(grammar|spell)\w*.*check|proofread/i,
  }),
  define("summarization", "language", {
    operations: "summarize; summary; tldr; summarize article; abstract; shorten text; summarize url",
    describe: `Summarizes an article by its link.
      The gist of a long page.
      Short version of any text online.
      Extracts the key points.
      Summary in a few sentences.
      TL;DR for articles and reports.
      Reads the page so that you need not.
      de|Fasst Artikel zusammen.`,
    slots: {
      url: slot("url"),
      sentences: count(2, 8, "sentences sentence_count num_sentences length", "in {} sentences"),
      lang: slot("language", "", "in {}"),
    },
    ask: `summarize {url}
      summary of {url}
      tldr {url}
      what does the article {url} say, briefly
      ~no time to read {url}, what's the point
      sum up {url} in {sentences} sentences
      key points of {url}
      give me the gist of {url}
      ~my boss sent me {url}, what should I know from it
      short version of {url}
      make a summary of {url} in {sentences} sentences
      main ideas of {url}
      de|Fasse {url} zusammen
      condense {url}
      read {url} and tell me what matters
      es|resume {url}`,
    near: "page-capture",
    real: /summari[sz]/i,
  }),
  define("text-to-speech", "language", {
    operations: "text to speech; speak; synthesize; tts; read aloud; say; voice over",
    describe: `Reads a text aloud.
      Text to speech with natural voices.
      Turns writing into audio.
      Speech synthesis.
      Makes an mp3 of your text.
      Voices in many languages.
      Spoken audio from text.
      de|Liest Texte vor.`,
    slots: {
      text: slot("sentence"),
      voice: choice(
        "voice gender voice_type",
        `a female voice / a woman's voice = female FEMALE F
        a male voice / a man's voice = male MALE M`,
        "",
      ),
      speed: choice(
        "speed rate pace",
        `slowly = slow SLOW 0.8
        fast = fast FAST 1.2`,
        "",
      ),
    },
    ask: `read aloud: {text}
      say "{text}" with {voice}
      turn "{text}" into speech
      text to speech: {text}
      ~my eyes are tired, let me hear "{text}"
      make an audio of "{text}"
      speak "{text}" {speed}
      read "{text}" out loud in {voice}
      ~the answering machine should say "{text}"
      voice recording of "{text}" with {voice}
      synthesize "{text}"
      pronounce this for me: {text}
      de|Lies vor: {text}
      I want to hear "{text}" spoken {speed}
      create a voice over saying "{text}"
      mp3 of someone saying "{text}"`,
    near: "voice-call",
    real: /text.?to.?speech|synthesi[sz]e speech/i,
  }),
];
