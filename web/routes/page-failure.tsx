import { Button } from "../ui/button.tsx";

/** The page itself broke: what was typed is safe in the browser, and a reload is the mend. */
export function PageFailure() {
  return (
    <main id="main" tabIndex={-1} className="max-w-[68ch] px-4 py-10 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">This page broke</h1>
      <p role="alert" className="mb-4 text-ink-2">
        That is our fault, not yours. What you typed is kept in this browser and on the server. If it breaks again after
        a reload, restart the server with <code>npm start</code>: the page and the server may be of different versions.
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </main>
  );
}
