/** The shape of the workspace while a problem loads. */
export function WorkspaceSkeleton() {
  return (
    <main id="main" tabIndex={-1} aria-busy="true" className="late flex min-h-0 flex-1 flex-col outline-none">
      <p className="sr-only">Loading the problem</p>
      <div aria-hidden="true" className="px-4 py-4 md:px-6">
        <div className="skeleton h-5 w-64 max-w-full" />
      </div>
      <div
        aria-hidden="true"
        className="grid flex-1 gap-px border-t border-line bg-line md:grid-cols-2 lg:grid-cols-[1fr_1.35fr_0.95fr]"
      >
        {["w-4/5", "w-3/5", "w-2/3"].map((width) => (
          <div key={width} className="grid content-start gap-3 bg-sheet p-5">
            <div className={`skeleton h-4 ${width}`} />
            <div className="skeleton h-4 w-full" />
            <div className="skeleton h-4 w-1/2" />
          </div>
        ))}
      </div>
    </main>
  );
}
