import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { ComponentType } from "../../../../../src/features/design/model/components/spec.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { percent } from "../../../../ui/figures.ts";
import { Glyph } from "./glyph.tsx";
import { loadTone } from "./node-words.ts";
import type { Direction } from "./placed.ts";

type ComponentData = {
  type: ComponentType;
  copies: string;
  telling: string;
  direction: Direction;
  load: number | undefined;
  fault: "error" | "warning" | undefined;
  current: boolean;
};
export type ComponentFlowNode = Node<ComponentData, "component">;

/** A component on the canvas: what it is, what it is called, what says most about it, and how busy it was. */
export const ComponentNode = memo(function ComponentNode({ id, data }: NodeProps<ComponentFlowNode>) {
  const { type, copies, telling, direction, load, fault, current } = data;
  const spec = specOf(type);
  const [entry, exit] = direction === "right" ? [Position.Left, Position.Right] : [Position.Top, Position.Bottom];
  return (
    <div
      className="design-node"
      data-current={current || undefined}
      data-fault={fault}
      data-beside={spec.role === "path" || spec.role === "store" ? undefined : true}
    >
      <Handle type="target" position={entry} />
      <p className="flex items-center gap-1.5">
        <Glyph spec={spec} />
        <span className="truncate text-sm font-semibold text-ink">{id}</span>
        <span className="num ml-auto pl-1 text-xs text-ink-2">{copies}</span>
        {fault && <FaultSign severity={fault} />}
      </p>
      <p className="truncate text-xs text-ink-2">{spec.title}</p>
      <p className="num truncate font-mono text-[11px] leading-4 text-ink-3">{telling}</p>
      {load !== undefined && <LoadBar load={load} />}
      <Handle type="source" position={exit} />
    </div>
  );
});

function FaultSign({ severity }: { severity: "error" | "warning" }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "grid size-4 shrink-0 place-items-center rounded-full text-[11px] leading-none font-bold",
        severity === "error" ? "bg-fail-wash text-fail" : "bg-part-wash text-part",
      )}
    >
      !
    </span>
  );
}

function LoadBar({ load }: { load: number }) {
  return (
    <p className="num mt-1 flex items-center gap-2 text-[11px] leading-[14px] text-ink-2">
      <span aria-hidden="true" className="load-bar" data-tone={loadTone(load)}>
        <span style={{ width: `${Math.min(100, load * 100)}%` }} />
      </span>
      {percent(load)}
    </p>
  );
}
