import { useId } from "react";
import type { ApplicationBody } from "../../../../src/features/jobs/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "./field.tsx";

type Contacts = ApplicationBody["contacts"];
type Props = { contacts: Contacts; onChange: (contacts: Contacts) => void };

const PARTS = [
  { part: "name", label: "Name", most: 120 },
  { part: "role", label: "Who they are", most: 120 },
  { part: "reach", label: "How to reach them", most: 200 },
] as const;

/** The people of an application. */
export function ContactFields({ contacts, onChange }: Props) {
  const id = useId();
  const change = (at: number, more: Partial<Contacts[number]>) =>
    onChange(contacts.map((contact, each) => (each === at ? { ...contact, ...more } : contact)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] text-ink-2">People</legend>
      <ul className="grid gap-3">
        {contacts.map((contact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contact has no name of its own while it is typed
          <li key={at} className="grid items-end gap-2 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto]">
            {PARTS.map(({ part, label, most }) => (
              <Field
                key={part}
                id={`${id}-${at}-${part}`}
                name={label}
                required={part === "name"}
                maxLength={most}
                value={contact[part]}
                onChange={({ target }) => change(at, { [part]: target.value })}
              />
            ))}
            <Button
              aria-label={`Remove ${contact.name || "this contact"}`}
              onClick={() => onChange(contacts.filter((_, each) => each !== at))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={() => onChange([...contacts, { name: "", role: "", reach: "" }])}>
        Add a person
      </Button>
    </fieldset>
  );
}
