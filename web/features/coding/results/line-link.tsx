import { TextButton } from "../../../ui/button.tsx";

type Props = { line: number; in?: string; onGo: (line: number) => void };

/** A line of the candidate's own code; pressed, the editor goes there. */
export function LineLink({ line, in: name, onGo }: Props) {
  return (
    <TextButton className="num whitespace-nowrap" onClick={() => onGo(line)}>
      line {line}
      {name && name !== "<module>" && ` in ${name}`}
    </TextButton>
  );
}
