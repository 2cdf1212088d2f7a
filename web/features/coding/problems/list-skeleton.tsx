const widths = ["w-1/2", "w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5"];

/** The shape of the list while it loads: nothing jumps when it comes. */
export function ListSkeleton() {
  return (
    <div aria-busy="true" className="late">
      <h1 className="mb-4 text-2xl">Code</h1>
      <p className="sr-only">Loading the problems</p>
      <div aria-hidden="true" className="sheet mt-12">
        {widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
          <div key={index} className="border-t border-line px-6 py-4 first:border-t-0">
            <div className={`skeleton h-4 ${width}`} />
            <div className="skeleton mt-2 h-3 w-1/4" />
          </div>
        ))}
      </div>
    </div>
  );
}
