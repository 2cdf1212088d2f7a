const AS_OF = "2026-11";

/** Feeds that are worth a look. They are suggestions: none is subscribed, and none is asked before somebody does so. */
export const SUGGESTED_FEEDS = [
  feed("arXiv: machine learning", "https://rss.arxiv.org/atom/cs.LG", "every new paper of the day; hundreds"),
  feed("arXiv: language", "https://rss.arxiv.org/atom/cs.CL", "new papers on language models and NLP"),
  feed("arXiv: vision", "https://rss.arxiv.org/atom/cs.CV", "new papers on images and video"),
  feed("arXiv: retrieval", "https://rss.arxiv.org/atom/cs.IR", "new papers on search and recommendation"),
  feed("arXiv: statistics of learning", "https://rss.arxiv.org/atom/stat.ML", "new papers on theory and inference"),
  feed(
    "arXiv: calibration (a search)",
    "https://export.arxiv.org/api/query?search_query=abs:calibration+AND+cat:cs.LG&sortBy=submittedDate&sortOrder=descending&max_results=50",
    "the newest papers with a word of your choice: change it in the address",
  ),
  feed("JMLR", "https://www.jmlr.org/jmlr.xml", "reviewed papers of a journal, a few a week"),
  feed("BAIR", "https://bair.berkeley.edu/blog/feed.xml", "Berkeley's labs explain their papers"),
  feed("CMU ML", "https://blog.ml.cmu.edu/feed/", "Carnegie Mellon's researchers explain theirs"),
  feed("Google Research", "https://research.google/blog/rss/", "research told by those who did it"),
  feed("Google DeepMind", "https://deepmind.google/blog/rss.xml", "models and research as announced"),
  feed("OpenAI", "https://openai.com/news/rss.xml", "models and research as announced"),
  feed("Microsoft Research", "https://www.microsoft.com/en-us/research/feed/", "research and its use"),
  feed("Apple ML", "https://machinelearning.apple.com/rss.xml", "papers and how they reached products"),
  feed("Hugging Face", "https://huggingface.co/blog/feed.xml", "open models, libraries, how to train and serve"),
  feed("Netflix engineering", "https://netflixtechblog.com/feed", "recommendation and experiments in production"),
  feed("Lilian Weng", "https://lilianweng.github.io/index.xml", "long surveys of one topic each"),
  feed("Ahead of AI", "https://magazine.sebastianraschka.com/feed", "language models taken apart, with code"),
  feed("Interconnects", "https://www.interconnects.ai/feed", "post-training and open models, weekly"),
  feed("Import AI", "https://importai.substack.com/feed", "papers and policy of the week"),
] as const;

function feed(title: string, address: string, what: string) {
  return { title, address, what, as_of: AS_OF };
}
