const AREAS: Record<string, string> = { genai: "Generative AI", mlops: "MLOps", "responsible-ai": "Responsible AI" };

/** An area of skills as people read it. */
export function areaTitle(area: string): string {
  const words = area.replaceAll("-", " ");
  return AREAS[area] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
