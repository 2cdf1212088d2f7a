import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `vite` (the development server) finds the API; `npm start` needs no proxy, it serves the built pages itself. */
const DEV_API = "http://127.0.0.1:4600";

export default defineConfig({
  root: import.meta.dirname.concat("/web"),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // fonts and images stay files: the Content-Security-Policy of the pages allows no data: fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  // the API answers its own origin alone, so the proxy speaks as if from there
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: DEV_API, changeOrigin: true, headers: { origin: DEV_API } } },
  },
});
