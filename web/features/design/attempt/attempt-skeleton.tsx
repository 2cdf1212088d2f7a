/** The shape of an attempt while it loads. */
export function AttemptSkeleton() {
  return (
    <main id="main" tabIndex={-1} aria-busy="true" className="late flex min-h-0 flex-1 flex-col outline-none">
      <p className="sr-only">Loading the case</p>
      <div aria-hidden="true" className="border-b border-line px-4 py-4 md:px-6">
        <div className="skeleton h-5 w-64 max-w-full" />
      </div>
      <div aria-hidden="true" className="grid max-w-[75ch] gap-3 px-4 py-6 md:px-8">
        {["w-4/5", "w-3/5", "w-2/3"].map((width) => (
          <div key={width} className={`skeleton h-4 ${width}`} />
        ))}
      </div>
    </main>
  );
}
