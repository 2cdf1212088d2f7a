/** A story as a candidate tells it, with all parts. */
export const STORY = [
  "At a payments company our fraud model blocked every tenth honest customer on Fridays at noon.",
  "I owned the scoring service, and support wanted the complaints halved before the summer sale.",
  "First I read sixty blocked payments by hand and saw that most came from canteens with one shared terminal.",
  "I could have raised the threshold for everybody, but I decided against it because that would have let 40,000 euros of fraud through each week.",
  "Instead I added the number of cards a terminal sees per hour as a feature and retrained on eight weeks.",
  "The first version was no better, since the feature was computed a day late in production, so I moved it into the stream.",
  "Wrong blocks on Fridays fell from 9.8 percent to 3.1 percent, and caught fraud stayed within one percent of what it was.",
  "I learned to read examples before touching a threshold, and since then I begin every such ticket with fifty of them.",
].join(" ");

/** A story without an end of its own. */
export const THIN =
  "We had a model that was slow. We worked on it together for some weeks and it got better after that.";
