"""Words around a claim, for claim_pairs.py: each list is read at its bars."""

from __future__ import annotations


def parts_of(text: str) -> list[str]:
    """The parts of a list below, without its line breaks."""
    return [part.strip() for part in text.replace("\n", " ").split("|")]


# What people say before a claim.
LEADS = parts_of("""
So,|Well,|I think|I'd say that|Basically,|In practice|As far as I know,|The main point is that|First,|Then|On top of
that,|And|But|Now,|In our case|To be honest, I'm not sure of the details, but|I don't remember the name, but|I
wouldn't start with anything fancy.|Nobody asked for this, but|It depends, of course, but|Let me think.|What happens
here is that|For me|I believe that|That isn't magic.|It's not obvious, but|The reason is that|I never measured it
myself, but|You can't see it from outside, but|Also,|What matters is that|I'd explain it like this.|At my last job we
saw that
""")

# What they say after it; mostly nothing.
TAILS = parts_of("""
|||||, if you ask me.|, at least in most cases.|, and that's the point.|, which people forget.|, I think.|, and it
isn't hard to check.|, and we should not ignore it.|. No one should be surprised.|. There's nothing more to it.|, as I
said.|, roughly speaking.
""")

# What changes nothing, where "not" would change all.
FILLERS = parts_of("""
really|actually|basically|just|of course|then|clearly|also|in fact|simply|indeed|as I said|you know
""")

# A mistake named and denied, before what is right.
DENIED = parts_of("""
Some people think that {x} That isn't so.|It is not that {x}|A common mistake is to say that {x}|I don't believe that
{x}|One might think that {x} But no.|It's a myth that {x} Instead,
""")

# What is right beside what is not.
CORRECTIONS = parts_of("""
It isn't that {wrong}, {right}|It's not true that {wrong}. In fact {right}|Not that {wrong}: {right}|You'd think that
{wrong}, but no, {right}|Nobody should believe that {wrong}, because {right}|People say that {wrong}, and that's not
so, {right}|{right} It's never that {wrong}.|{right} So it isn't the case that {wrong}.|I wouldn't say that {wrong},
I'd say that {right}|Rather than saying that {wrong}, I'd say {right}
""")

# What denies a whole sentence that follows.
DENIALS = parts_of("""
It is not true that|I do not think that|It is wrong that|Nobody should believe that|It's a myth that|I doubt that|It
is false that|It would be a mistake to think that|You can't say that|It is not the case that|I disagree that|Contrary
to what people say, it is untrue that|There is no reason to think that|It never happens that|It has been refuted that
""")

# Sentences that claim nothing about their terms, each an x.
FRAMES = parts_of("""
There's x|There is x, of course|You have x and x|I know x and x|I've heard of x|One thinks of x and x|Next comes
x|Everyone talks about x|A topic here is x|It's all about x and x|We had x at work, and x|The keywords are x, x and
x|I could mention x|x is something I've worked on for years|My team owns x and x|We have a page about x and x in our
wiki|I gave a talk on x once|x came up in my last review|I have strong opinions about x|x was a big topic at our
offsite, and so was x|I've read the papers on x and x|My manager cares a lot about x|x sits with the platform people,
x with us|I've implemented x from scratch, x as well|On my CV you'll find x and x|x and x are my daily bread|I'd be
happy to go deeper into x|You can't talk about this without x and x|With x I've got hands-on experience|A colleague of
mine wrote her thesis about x|x has been on our roadmap since spring|There was a whole workshop on x, x and x|I look
at x every morning|In my experience x is where it gets interesting|We did a lot of x, some x, and a bit of x|x is
close to my heart|x and x are numbers that we report|I keep a list with x, x and x|We compared notes on x with another
team|My favourite part of it is x|I'm comfortable with x, x and x|x is well covered by our tools|For x there's a
chapter in every textbook|I usually start conversations with x|We've had long discussions about x and x|At my current
job x is everywhere|x belongs to the basics, x to the advanced material|As to x, that's a field of its own|I followed
the debate about x|x and x both matter to the business|We ran some experiments with x, and with x|I'd want to talk
about x with you|x is a parameter we know well|What I find fascinating is x|x is on one axis of our plots, x on the
other|I'd name x, x and x|Let me mention x|We used x and x|I'm familiar with x|It relates to x and x|It has something
to do with x|Something with x|Somehow x and x|In this area there is x|x matters|x is important|x plays a role|x comes
to mind|x and x are involved|x, x, and so on|x as well as x|When I hear this I think of x and x|My associations are x,
x and x|x is a thing, and so is x|You need to know about x|One has to consider x|x and things like that|It is about x
versus x|We should talk about x|x, x, x|A word on x too|I studied x and x|That connects x with x somehow|x is related
to x|Of course x|I'd bring up x|The interesting part is x|x goes with x|There are x, and there are x|People ask about
x|It depends on x and on x|x always comes in|I like x|x would be a factor|A big role is played by x|The literature
covers x and x|Then we have x|The problem is about x|Think of x|Do you know x?|I'd say x and also x|x was in a course
of mine, x too|Obviously x|One can discuss x for hours|My notes say x, x, x|In the end x|x in the context of x|Not to
forget x
""")

# Words inside of what is named: "the cache per token".
INSIDE = frozenset(
    "a an the of per in for from to by at with on and or no each one two its their our your more less".split()  # noqa: SIM905
)
