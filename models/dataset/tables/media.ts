import { choice, count, define, flag, slot } from "../make/define.ts";

const limit = count(2, 9, "limit max_results count page_size", ", {} results; , show {}; , max {} hits");

export const media = [
  define("news-search", "news", {
    operations: "search news; latest news; headlines; article search; news; find articles; top stories",
    describe: `Search news articles by keyword.
      Latest headlines on a topic.
      News from thousands of papers.
      Finds recent press articles.
      Headlines and stories, up to the minute.
      What the press writes about something.
      Article search with dates and languages.
      de|Nachrichten zu einem Thema.`,
    slots: {
      topic: slot("topic"),
      lang: slot("language", "", "in {}"),
      since: slot("date", "from since from_date begin_date", "since {}"),
      sort: choice(
        "sort sort_by order",
        `newest first / latest first = newest date NEWEST
        by relevance / most relevant first = relevance relevance RELEVANCE`,
        ", {}",
      ),
      limit,
    },
    ask: `news about {topic}
      latest headlines on {topic}
      what's happening with {topic}
      any articles about {topic}?
      ~I haven't read a paper for a week, what did I miss on {topic}
      find news on {topic}
      what do the papers say about {topic}
      ~my mother keeps talking about {topic}, what's going on there
      recent stories about {topic}
      {topic} news
      search the press for {topic}
      what's new in {topic}
      de|Nachrichten über {topic}
      es|noticias sobre {topic}
      catch me up on {topic}, what's in the news
      show me newspaper articles on {topic}`,
    near: "video-search web-search",
    real: /\bnews\b.*(search|articles?|headlines?)|(search|latest|top).*\b(news|headlines)\b/i,
  }),
  define("web-search", "news", {
    operations: "web search; search; search web; query; find pages; search pages",
    describe: `Searches the web.
      Web results for any query.
      General search engine.
      Finds pages on the internet.
      Private web search without tracking.
      Organic results as JSON.
      Search engine results, ranked.
      Looks things up online.`,
    slots: {
      topic: slot("topic"),
      country: slot("country", "country region market", "from {}"),
      safe: flag("safe safe_search family_filter", "with safe search; family-friendly", "without the filter"),
      limit,
    },
    ask: `search the web for {topic}
      google {topic}
      look up {topic} online
      ~someone at work mentioned {topic}, find me some pages to read
      web results for {topic}
      find websites about {topic}
      internet search: {topic}
      ~I know nothing about {topic}, where do I start reading online
      search for pages on {topic}
      find {topic} on the internet
      pages about {topic}
      look on the net for {topic}
      de|Suche im Internet nach {topic}
      do a web search for {topic}
      which sites deal with {topic}
      search online {topic}`,
    near: "news-search image-search video-search place-search product-search",
    real: /web ?search/i,
  }),
  define("movie-search", "media", {
    operations: "search movies; movie info; find film; movie by title; search; movie details; lookup movie",
    describe: `Looks up a film by title.
      Movie database: cast, plot, ratings.
      Finds films and their ratings.
      Movie details by name.
      Search for a film.
      Who played in a film, and when it came out.
      Film information from a huge database.
      de|Filme nach Titel finden.`,
    slots: {
      movie: slot("movie"),
      year: slot("year", "", "from {}; ({})"),
      plot: choice(
        "plot plot_length detail",
        `with the full plot / full plot = full FULL long
        short plot / with a short plot = short SHORT brief`,
        ", {}",
      ),
    },
    ask: `find the movie {movie}
      who directed {movie}
      movie info {movie}
      when did the film {movie} come out
      ~what was that film about again, {movie}
      is the movie {movie} any good
      who plays in the film {movie}
      look up the film {movie}
      ~we argue about who starred in {movie}
      rating of the movie {movie}
      how long is the film {movie}
      cast of {movie}
      es|¿quién sale en la película {movie}?
      plot of the movie {movie}
      tell me about the film {movie}
      fr|infos sur le film {movie}`,
    near: "tv-search video-search cinema-times",
    real: /(search|find)\w* ?(for )?movies?\b|movie ?search|movie by title/i,
  }),
  define("tv-search", "media", {
    operations: "search shows; show info; find series; tv lookup; episodes; series details",
    describe: `Looks up a TV series.
      Shows, seasons and episodes.
      TV guide by show name.
      Finds series with cast and air dates.
      Series database.
      Information about television programmes.
      Episode lists for any show.
      What a series is about and how many seasons it has.`,
    slots: {
      show: slot("show"),
      season: count(1, 8, "season season_number", "season {}"),
      episodes: flag(
        "episodes include_episodes with_episodes",
        "with all episodes; including the episode list",
        "without episodes",
      ),
    },
    ask: `find the series {show}
      tv show {show}
      how many seasons does {show} have
      episodes of {show}
      ~everybody at school talks about {show}, what is that
      who plays in the series {show}
      look up the tv series {show}
      season {season} of {show}
      ~is there more of {show} or did I watch it all
      info on the show {show}
      when was the series {show} first on tv
      show me the episode list of {show}
      fr|combien de saisons a {show} ?
      series {show} details
      is the show {show} still running
      what's the series {show} about`,
    near: "movie-search video-search",
    real: /(search|find)\w* ?(for )?(tv|shows?|series)\b/i,
  }),
  define("music-search", "media", {
    operations: "search tracks; find song; track search; search music; songs; lookup track",
    describe: `Finds songs by title or artist.
      Music catalogue search.
      Search tracks, albums and artists.
      Looks up a song.
      Millions of tracks to find.
      Song search with previews.
      Which album a song is on.
      Music metadata by title.`,
    slots: {
      song: slot("song"),
      artist: slot("artist", "", "by {}"),
      limit,
      explicit: flag(
        "explicit allow_explicit",
        "explicit versions too",
        "clean versions only; no explicit lyrics",
      ),
    },
    ask: `find the song {song}
      search for the track {song}
      who sings {song}
      song {song} by {artist}
      ~what's the album with {song} on it
      look up the song {song}
      find me the track {song} by {artist}
      ~it's stuck in my head, {song}, which recording is it
      music: {song}
      which band made the song {song}
      get the song {song}
      track {song}, artist {artist}
      de|Finde das Lied {song}
      es|busca la canción {song}
      versions of the song {song}
      I'm looking for the song {song}`,
    near: "lyrics video-search",
    real: /(search|find)\w* ?(for )?(tracks?|songs?|music)\b|(track|song|music) ?search/i,
  }),
  define("lyrics", "media", {
    operations: "get lyrics; lyrics; find lyrics; song text; lyrics by title; words of song",
    describe: `Lyrics of a song.
      The words to sing along.
      Finds song texts by title.
      Lyrics database.
      Song text, synced or plain.
      All verses of a song.
      What the singer sings.
      de|Songtexte nach Titel.`,
    slots: {
      song: slot("song"),
      artist: slot("artist", "", "by {}"),
      synced: flag("synced timed with_timestamps", "with timestamps; synced", "plain text only"),
    },
    ask: `lyrics of {song}
      lyrics {song} by {artist}
      words to {song}
      text of the song {song}
      ~karaoke tonight, I have to learn {song}
      show me the lyrics for {song}
      what are the words of {song} by {artist}
      ~what does he sing in the chorus of {song}
      get lyrics for {song}
      full lyrics {song}
      song text {song}
      print the words of {song}
      pt|letra da música {song}
      how does {song} go, I need the verses
      I want to sing along to {song}
      fr|paroles de {song}`,
    near: "music-search",
    real: /lyrics/i,
  }),
  define("podcast-search", "media", {
    operations: "search podcasts; find podcast; podcasts; episode search; discover podcasts; search episodes",
    describe: `Finds podcasts about a topic.
      Search episodes and shows to listen to.
      Podcast directory.
      What to listen to on a subject.
      Full-text search over podcasts.
      Discover podcasts by keyword.
      Audio shows from all over the world.
      de|Podcasts zu einem Thema.`,
    slots: {
      topic: slot("topic"),
      lang: slot("language", "", "in {}"),
      minutes: count(10, 90, "max_minutes len_max max_length", "shorter than {} minutes; under {} minutes"),
      limit,
    },
    ask: `podcasts about {topic}
      find a podcast on {topic}
      any good podcasts about {topic}
      search podcast episodes about {topic}
      ~long drive ahead, something to listen to on {topic}
      recommend a podcast about {topic}
      ~my ears want something on {topic} while I cook
      podcast {topic}
      episodes on {topic}
      I want to listen to a podcast about {topic}
      show me podcasts on {topic}
      which podcasts deal with {topic}
      de|Podcasts über {topic}
      es|pódcast sobre {topic}
      give me audio shows about {topic}
      best podcast for {topic}`,
    near: "video-search",
    real: /podcasts?\b.*(search|find)|(search|find).*podcast/i,
  }),
  define("video-search", "media", {
    operations: "search videos; find video; videos; video search; clips; search clips",
    describe: `Finds videos about a topic.
      Video search on many platforms.
      Clips and films by keyword.
      Search for something to watch.
      Videos with length and channel.
      Look up clips.
      Online videos, ranked.
      Explainers, tutorials and clips.`,
    slots: {
      topic: slot("topic"),
      length: choice(
        "duration length video_duration",
        `short / short ones = short SHORT under_4
        long / long ones = long LONG over_20`,
        ", {}",
      ),
      hd: flag("hd high_definition hd_only", "in HD; HD only", "any quality"),
      limit,
    },
    ask: `videos about {topic}
      find a video on {topic}
      show me clips about {topic}
      video search {topic}
      ~I'd rather watch than read something on {topic}
      watch something about {topic}
      look for videos on {topic}
      tutorial videos {topic}
      ~explain {topic} to me with moving pictures
      any video about {topic}
      play me a video about {topic}
      clips of {topic}
      pt|vídeos sobre {topic}
      search videos: {topic}
      I want to see a video about {topic}
      find clips on {topic}`,
    near: "movie-search podcast-search web-search news-search image-search",
    real: /(search|find)\w* ?(for )?videos?\b|video ?search/i,
  }),
  define("image-search", "media", {
    operations: "search images; find photos; photo search; pictures; stock photos; images; search photos",
    describe: `Finds photos by keyword.
      Free pictures to use.
      Stock photo search.
      Images of anything.
      Search millions of photographs.
      Royalty-free images, high resolution.
      Pictures for slides and blogs.
      de|Bilder zu einem Stichwort.`,
    slots: {
      picture: slot("picture"),
      orientation: choice(
        "orientation format shape",
        `landscape / in landscape = landscape LANDSCAPE horizontal
        portrait / upright = portrait PORTRAIT vertical
        square = square SQUARE square`,
        ", {}",
      ),
      color: choice(
        "color colour tone",
        `in black and white = bw BW grayscale
        in colour / colourful = color COLOR color`,
        "{}",
      ),
      limit,
    },
    ask: `find a photo of {picture}
      pictures of {picture}
      image search {picture}
      show me images of {picture}
      ~my slide about this is so empty, I need a {picture} on it
      stock photos of {picture}
      I need a picture of {picture}
      free images {picture}
      ~something nice for the wall, maybe {picture}
      get photos showing {picture}
      search images for {picture}
      pic of {picture}
      de|Fotos von {picture}
      es|fotos de {picture}
      a {picture} photo please
      look for pictures with {picture}`,
    near: "video-search image-generation",
    real: /(search|find)\w* ?(for )?(images?|photos?)\b|(image|photo) ?search/i,
  }),
  define("image-generation", "media", {
    operations: "generate image; create image; draw; text to image; paint; imagine",
    describe: `Draws a picture from words.
      Text to image.
      Generates art from a description.
      AI pictures of anything you describe.
      Paints what you write.
      Creates new images from a prompt.
      Illustrations on demand.
      de|Erzeugt Bilder aus Text.`,
    slots: {
      picture: slot("picture", "prompt text description input"),
      style: choice(
        "style look art_style",
        `as a watercolor / in watercolor = watercolor WATERCOLOR Watercolor
        as a cartoon / cartoon style = cartoon CARTOON Cartoon
        photorealistic / like a photo = photo PHOTO Photo`,
        ", {}",
      ),
      n: count(2, 6, "n count num_images number", "{} versions; , {} of them"),
    },
    ask: `draw a {picture}
      generate an image of {picture}
      create a picture: {picture}
      paint me a {picture}
      ~no camera could get this, make it up: {picture}
      make an ai image of {picture}
      illustrate {picture}
      ~I imagine {picture}, can you put that on paper
      text to image: {picture}
      design an illustration of {picture}
      produce artwork showing {picture}
      let the computer draw {picture}
      de|Male ein Bild: {picture}
      imagine {picture}
      render a drawing of {picture}
      sketch {picture} for me`,
    near: "image-search",
    real: /(create|generate)\w*.*\bimages?\b.*(prompt|text)|text.?to.?image/i,
  }),
  define("book-search", "media", {
    operations: "search books; find book; book info; books; lookup book; title search; search volumes",
    describe: `Finds books by title.
      Book search with author and year.
      Looks up a book.
      Library catalogue.
      Books, editions and covers.
      Who wrote a book, and where to get it.
      Millions of titles to search.
      de|Bücher nach Titel finden.`,
    slots: {
      book: slot("book"),
      author: slot("author", "", "by {}"),
      lang: slot("language", "", "in {}; , the {} edition"),
      ebook: flag("ebook ebooks_only digital", "as an e-book; e-books only", "on paper"),
      limit,
    },
    ask: `find the book {book}
      who wrote {book}
      book {book} by {author}
      search for the novel {book}
      ~our reading circle picked {book}, what is it and how thick
      look up the book {book}
      which editions are there of the book {book}
      is there a book called {book}
      ~grandpa wants to read {book} again, find it for him
      get the book {book}
      info about the book {book}
      isbn of {book} by {author}
      de|Finde das Buch {book}
      fr|cherche le livre {book}
      I'm looking for the book {book} by {author}
      how many pages has the book {book}`,
    near: "web-search",
    real: /(search|find)\w* ?(for )?(books?|volumes)\b|book ?search/i,
  }),
  define("event-search", "media", {
    operations: "search events; find events; events nearby; concerts; whats on; event search; shows",
    describe: `Concerts and events in a city.
      What is on, with tickets.
      Finds events by place and date.
      Live music, theatre and sports near you.
      Event calendar for cities.
      Search shows and buy tickets.
      Festivals, gigs and fairs.
      de|Veranstaltungen in einer Stadt.`,
    slots: {
      city: slot("city"),
      day: slot("day", "date day when on", "{}"),
      type: choice(
        "category type genre classification",
        `concerts / live music = music MUSIC concert
        theatre / plays = theatre THEATRE theater
        sports / matches = sports SPORTS sport
        comedy / comedy shows = comedy COMEDY comedy`,
        ", preferably {}",
      ),
      free: flag("free free_only", "free entry only; that cost nothing", "paid ones too"),
      limit,
    },
    ask: `events in {city} {day}
      what's on in {city} {day}
      {type} in {city} {day}
      any {type} in {city} {day}?
      ~bored in {city} {day}, where should we go out
      things happening in {city} {day}
      find {type} in {city}
      ~my date comes to {city} {day}, surprise us with {type}
      event tickets {city} {day}
      show events near {city} {day}
      which {type} are there in {city} {day}
      what can I see in {city} {day}, {type} maybe
      de|Veranstaltungen in {city}
      es|eventos en {city}
      going out in {city} {day}
      gigs and shows {city} {day}`,
    near: "place-search cinema-times",
    real: /(search|find|get)\w* ?(for )?events?\b(?!.*(type|hook|log|id|user|calendar))|artist ?events/i,
  }),
  define("cinema-times", "media", {
    operations: "showtimes; cinema program; now playing; movie times; screenings; cinema times",
    describe: `When a film runs in the cinemas of a city.
      Cinema showtimes.
      What is playing tonight.
      Screening times with seats.
      Cinema programme by city.
      Movie theatres and their times.
      Showtimes and tickets for films.
      de|Kinoprogramm.`,
    slots: {
      movie: slot("movie"),
      city: slot("city", "city location place near town"),
      day: slot("day", "date day when", "{}"),
      original: flag("original_language ov original", "in the original language; original version", "dubbed"),
    },
    ask: `when does {movie} play in {city}
      showtimes for {movie} in {city} {day}
      cinema {city} {movie} {day}
      ~I'd love to see {movie} on the big screen in {city} {day}
      which cinemas in {city} show {movie} {day}
      is {movie} on in {city} {day}
      movie times {movie}, {city}
      ~popcorn is calling, {movie}, we're in {city}, when does it start {day}
      screenings of {movie} in {city}
      where can I watch {movie} in a cinema in {city}
      {movie} at the movies in {city} {day}
      cinema times in {city} for {movie}
      de|Wann läuft {movie} in {city} im Kino?
      tickets for {movie} in {city} {day}
      playing times of {movie} around {city}
      theaters showing {movie} in {city} {day}`,
    near: "movie-search event-search",
  }),
  define("game-search", "media", {
    operations: "search games; find game; game info; games; lookup game; game details",
    describe: `Looks up a video game.
      Game database with platforms and ratings.
      Finds games by title.
      Which consoles a game runs on.
      Video games, reviews and release dates.
      Search for games.
      Details of a computer game.
      Play time and scores of games.`,
    slots: {
      game: slot("game"),
      platform: choice(
        "platform console system",
        `for PC / on PC = pc PC windows
        for Switch / on Switch = switch SWITCH nintendo_switch
        for PlayStation / on PlayStation = playstation PS ps5`,
        "{}",
      ),
      limit,
    },
    ask: `find the game {game}
      is {game} out {platform}
      video game {game}
      who made the game {game}
      ~my kid begs for {game}, is that suitable and where does it run
      look up the game {game}
      when was the game {game} released
      reviews of the game {game}
      ~how many evenings will I lose to {game}
      game info {game}
      does {game} run {platform}
      can I play {game} {platform}
      de|Wann kam das Spiel {game} raus?
      search for the game {game} {platform}
      rating of the video game {game}
      tell me about the game {game}`,
    real: /(search|find|list)\w* ?(for |of )?games?\b/i,
  }),
];
