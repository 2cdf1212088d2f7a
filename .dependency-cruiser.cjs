// Arrows run one way: faces -> app -> features -> shared -> lib, and web -> features/*/{schema,model} | lib.
// tests/architecture/boundaries.test.ts plants a violation of every rule here and expects each to be caught.

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle has no first file to read.",
      from: {},
      to: { circular: true },
    },
    {
      name: "lib-knows-nothing",
      severity: "error",
      comment: "lib has no word of the domain.",
      from: { path: "^src/lib/" },
      to: { path: "^src/(shared|features|faces|app|config)" },
    },
    {
      name: "shared-below-features",
      severity: "error",
      comment: "What features stand on never imports a feature, a face or the composition root.",
      from: { path: "^src/shared/" },
      to: { path: "^src/(features|faces|app|config)" },
    },
    {
      name: "features-are-strangers",
      severity: "error",
      comment: "A feature never imports a sibling: they meet through shared contracts.",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "features-below-faces",
      severity: "error",
      comment: "Features know neither transport, composition root nor configuration.",
      from: { path: "^src/features/" },
      to: { path: "^src/(faces|app|config)" },
    },
    {
      name: "features-by-their-door",
      severity: "error",
      comment: "Outside its folder a feature is entered by index.ts, schema.ts or model/.",
      from: { path: "^(src/(faces|app|shared)|bin|bench)" },
      to: { path: "^src/features/[^/]+/", pathNot: "^src/features/[^/]+/(index\\.ts|schema\\.ts|model/)" },
    },
    {
      name: "store-by-repo-only",
      severity: "error",
      comment: "Inside a feature only repo.ts speaks to the store.",
      from: { path: "^src/features/", pathNot: "(/repo\\.ts|\\.test\\.ts)$" },
      to: { path: "^src/shared/store/" },
    },
    {
      name: "model-is-pure",
      severity: "error",
      comment: "model/ does no I/O: it runs in a browser and in a worker too.",
      from: { path: "^src/features/[^/]+/model/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "model-stays-inside",
      severity: "error",
      comment: "model/ stands on lib, shared types and its own schema alone.",
      from: { path: "^src/features/([^/]+)/model/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/(model/|schema\\.ts)" },
    },
    {
      name: "web-sees-shapes-only",
      severity: "error",
      comment: "The browser takes schemas, pure models and lib, nothing of the server.",
      from: { path: "^web/" },
      to: { path: "^(src|bin|bench|scripts|tests)/", pathNot: "^src/(features/[^/]+/(schema\\.ts|model/)|lib/)" },
    },
    {
      name: "server-without-web",
      severity: "error",
      comment: "The server never imports the web app.",
      from: { path: "^(src|bin)/" },
      to: { path: "^web/" },
    },
    {
      name: "faces-are-leaves",
      severity: "error",
      comment: "Nothing but the door and the composition root's callers imports a face.",
      from: { path: "^src/(app|config|lib|shared|features)" },
      to: { path: "^src/faces/" },
    },
    {
      name: "no-dev-packages-in-server",
      severity: "error",
      comment: "What runs must be a dependency.",
      from: { path: "^(src|bin)/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(web/dist|\\.holdout)" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
