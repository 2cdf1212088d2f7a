import { DropdownMenu } from "radix-ui";
import { Button } from "../../../../ui/button.tsx";
import type { Exports } from "./use-export.ts";

const ITEMS: readonly { deed: keyof Exports; name: string }[] = [
  { deed: "copyMermaid", name: "Copy as Mermaid" },
  { deed: "saveMermaid", name: "Save as Mermaid (.mmd)" },
  { deed: "saveSvg", name: "Save the drawing (.svg)" },
  { deed: "savePng", name: "Save the drawing (.png)" },
  { deed: "saveText", name: "Save the text (.design)" },
];

export function ExportMenu({ exports }: { exports: Exports }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet">Export</Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-50 min-w-[210px] rounded-lg border border-line bg-sheet p-1 shadow-[var(--shadow)]"
        >
          {ITEMS.map(({ deed, name }) => (
            <DropdownMenu.Item
              key={deed}
              onSelect={() => exports[deed]()}
              className="flex min-h-9 cursor-pointer items-center rounded-md px-3 text-[14px] outline-none data-highlighted:bg-accent-wash"
            >
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
