import { Link } from "@tanstack/react-router";

export function NotFound() {
  return (
    <main id="main" tabIndex={-1} className="max-w-[68ch] px-4 py-10 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">There is no such page</h1>
      <p className="mb-4 text-ink-2">The address may be cut short, or of a problem that has been renamed.</p>
      <Link to="/code" className="text-accent underline underline-offset-2">
        All problems
      </Link>
    </main>
  );
}
