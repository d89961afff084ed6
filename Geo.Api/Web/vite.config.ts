import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the map works under any path prefix of a proxy.
  base: './',
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Small files inlined as data: would break the content security policy's font-src.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { map: 'index.html', pages: 'src/pages/main.ts' },
      // The server's own pages ask for the second by this name.
      output: { entryFileNames: ({ name }) => (name === 'pages' ? 'pages.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
