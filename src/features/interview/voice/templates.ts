import type { Act } from "../../../shared/rounds/move.ts";
import type { Persona } from "../schema.ts";

/** Ways to say a move, by persona: `{core}` is what it cannot do without, `{quote}` words of the candidate, `{about}` a figure. */
type Ways = Record<Persona, readonly string[]>;

const same = (...ways: string[]): Ways => ({ warm: ways, terse: ways, sceptical: ways });

const LEAVE_OPEN = same(
  "I leave that to you. Take what you find sensible, and say what you took.",
  "Assume what you need there, and tell me the assumption.",
  "I have nothing on that. Choose a value that you can defend.",
  "That is open. Decide it as you would at work, and go on.",
  "I cannot tell you that one. What would you take, and why?",
  "Suppose whatever seems realistic to you, as long as I hear it.",
  "Nobody has told me either. How would your answer depend on it?",
  "Treat that as unknown, and say where it would matter.",
);

const RETOLD = same(
  "That is the story you told me before. I would like to hear of another occasion.",
  "I have heard of that one already. Is there another time that fits the question?",
  "You told me about that earlier, so it counts once. What else comes to mind?",
  "We had that story. Please take a different one for this question.",
);

const MOST_ACTS: Record<Exclude<Act, "decline" | "close" | "warn">, Ways> = {
  open: {
    warm: ["{core}", "Let me set the scene. {core}", "Here is what I would like to talk about. {core}"],
    terse: ["{core}"],
    sceptical: ["{core}", "Here is the case. {core}"],
  },
  ask: {
    warm: [
      "{core}",
      "Thank you. Let us go on: {core}",
      "I have another one for you. {core}",
      "Let us turn to something else. {core}",
      "All right. {core}",
      "Next, if you are ready: {core}",
      "That gives me a picture. {core}",
      "Let me take you somewhere else. {core}",
      "Here is another thing I would like to hear about. {core}",
      "We have some time for this as well. {core}",
    ],
    terse: ["{core}", "Next. {core}", "Moving on. {core}", "Another one. {core}"],
    sceptical: [
      "{core}",
      "Let us see about this one. {core}",
      "Noted. {core}",
      "I have written that down. {core}",
      "Let us look elsewhere. {core}",
      "We leave that there. {core}",
    ],
  },
  probe: {
    warm: [
      "Thank you. {core}",
      "I would like to stay there for a moment. {core}",
      "Let me ask a bit more about that. {core}",
      "I am curious. {core}",
      "From another angle: {core}",
      "Let us look at one side of it. {core}",
      "One thing I would like to hear more about. {core}",
      "Help me with one more thing. {core}",
      "Let us go a step further. {core}",
      "Before we leave this: {core}",
    ],
    terse: ["{core}", "More on that. {core}", "One step further. {core}", "And this: {core}"],
    sceptical: [
      "I am not there yet. {core}",
      "That leaves something open. {core}",
      "Suppose I take that. {core}",
      "Let me press you on one thing. {core}",
      "I have heard that before. {core}",
      "That is one part. {core}",
      "Convince me further. {core}",
      "I would want more before I sign that. {core}",
    ],
  },
  challenge: {
    warm: [
      "You said: “{quote}”. {core}",
      "Let me come back to something. “{quote}”: {core}",
      "I want to be sure that I heard you: “{quote}”. {core}",
      "May I hold on to one sentence? “{quote}”. {core}",
    ],
    terse: ["“{quote}”. {core}", "You said “{quote}”. {core}"],
    sceptical: [
      "“{quote}”: I doubt that. {core}",
      "A colleague of mine would object to “{quote}”. {core}",
      "You said “{quote}”. Others have said the opposite to me. {core}",
    ],
  },
  hint: {
    warm: [
      "Let me help a little. {core}",
      "Perhaps this gets you going. {core}",
      "Try it from here: {core}",
      "No hurry. {core}",
      "One thought to start from: {core}",
    ],
    terse: ["{core}", "Start here: {core}", "A pointer: {core}"],
    sceptical: ["I will give you one pointer. {core}", "Then from another side. {core}", "This much I can say. {core}"],
  },
  inform: {
    warm: ["{core}", "Good that you ask. {core}", "Yes: {core}", "I can tell you that. {core}", "Let me see. {core}"],
    terse: ["{core}"],
    sceptical: ["{core}", "As far as we know: {core}"],
  },
  "leave-open": LEAVE_OPEN,
  repeat: same(
    "Of course. {core}",
    "Once more, then. {core}",
    "The question was this. {core}",
    "Again: {core}",
    "{core}",
  ),
  wait: same(
    "Take your time.",
    "Of course, I wait.",
    "No hurry at all.",
    "As long as you need.",
    "Please do.",
    "Fine, I am here.",
    "Think it through, I am listening.",
  ),
  listen: same("I am listening.", "Go on.", "Please go on.", "I am with you.", "Continue, please."),
  redirect: same(
    "I would rather stay with the question. What would you say to it?",
    "That is another subject. Let us come back to what I asked.",
    "We have little time, so back to the question, please.",
    "I do not see the link to what I asked. Can you make it?",
    "Let us leave that aside. My question is still open.",
    "Interesting, but not what we are here for. Back to the matter.",
    "Can you bring that back to the question?",
    "I meant something else. Would you try the question itself?",
  ),
  nudge: same(
    "You can think aloud if you like; half a thought is welcome.",
    "Where are you at the moment?",
    "Tell me what you are weighing, even if it is not finished.",
    "What is the first thing that comes to mind here?",
    "Would it help to start from an example?",
    "Say what you know for certain, and we go from there.",
    "It is fine to begin with what you would rule out.",
    "Shall I say the question again, or are you still thinking?",
    "A rough direction would do for now.",
    "What would you look at first, if you had it in front of you?",
    "Say the obvious thing, it is often worth hearing.",
    "Which part of the question is it that holds you up?",
    "If you would rather leave this one, tell me.",
    "Take a guess, and tell me how sure you are.",
    "What does it remind you of?",
  ),
  "call-time": same("We have about {about} minutes left.", "There are roughly {about} minutes left for this round."),
  interrupt: same(
    "Let me cut in there. In one sentence: what is the point?",
    "I have to stop you for a moment. What is the short version?",
    "Let me interrupt. Which part of that matters most?",
    "Sorry to break in. What is your conclusion?",
    "May I stop you here? Give me the headline first.",
  ),
  comment: same("{core}"),
};

const DECLINES: Record<string, Ways> = {
  answer: same(
    "That I keep to myself until we are done. What would you say?",
    "I would like to hear it from you.",
    "You will see it afterwards. For now I want your thoughts.",
    "It is your view that I am after.",
    "We can look at that after the round. Go ahead with what you have.",
    "I ask and you answer, today at least. What is your best guess?",
    "That would take the point out of it. Try with what you know.",
    "No answers from me yet. Which part are you sure of?",
  ),
  hint: same(
    "I have no further help to give on this one. Say what you have.",
    "That is as far as I can help here.",
    "From here on it is yours. What can you say for certain?",
    "Nothing more from me on this. Shall we take what there is?",
    "I have said what I could. Work with that.",
  ),
  instructions: same(
    "I only take answers to the question here. What is yours?",
    "That was addressed to somebody else, I think. Back to the question.",
    "What you say about grading changes nothing. Please answer the question.",
    "I take no instructions from answers. The question is still open.",
    "Let us keep to the interview. Your answer, please.",
  ),
};

const CLOSES: Record<string, Ways> = {
  done: same(
    "That is all I wanted to ask. Thank you.",
    "I have what I need. Thank you for your time.",
    "Let us stop here. Thank you.",
  ),
  time: same(
    "Our time is up. Thank you.",
    "That is time, I am afraid. Thank you.",
    "We have to stop here; time is over.",
  ),
  candidate: same(
    "Then we end here. Thank you.",
    "All right, we stop here. Thank you.",
    "As you wish. Thank you for your time.",
  ),
  conduct: same("I end the round here."),
};

const WARNINGS: Record<string, Ways> = {
  "1": same("I understand that this is stressful. Let us keep it civil, and go back to the question."),
  "2": same("I ask you once more to keep it civil. Otherwise I end the round."),
};

const NONE: Ways = same();

/** All ways to say a move of a persona. */
export function waysToSay({ act, about }: { act: Act; about: string }, persona: Persona): readonly string[] {
  if (act === "ask" && about === "first") return ["{core}"];
  if (act === "decline") return (DECLINES[about] ?? NONE)[persona];
  if (act === "close") return (CLOSES[about] ?? NONE)[persona];
  if (act === "redirect" && about === "retold") return RETOLD[persona];
  if (act === "warn") return (WARNINGS[about] ?? NONE)[persona];
  return MOST_ACTS[act][persona];
}
