/** What the page will hold; or, where there are texts, what they lack. */
export function Teaching({ hasTexts }: { hasTexts: boolean }) {
  if (hasTexts)
    return (
      <p className="max-w-[70ch] text-ink-2">
        There is no figure in any of your texts. A claim that can be checked has one: what was measured, from what, to
        what.
      </p>
    );
  return (
    <p className="max-w-[70ch] text-ink-2">
      The same figure must stand in your CV, your stories, your portfolio and your impact lines, and it must stand up.
      This page reads all of them and shows what does not agree (“recall 0.84” here, “78 percent” there), what an
      interviewer would not believe as it stands (“accuracy 0.999”), and what has no story behind it, each with its
      places and the mend.
    </p>
  );
}
