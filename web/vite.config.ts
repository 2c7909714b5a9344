// The pages' build. `core` and `lib` stay outside the server bundle, so that production has one copy of them.
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  css: { transformer: 'lightningcss' },
  build: {
    assetsInlineLimit: 0, // data: URLs would need a hole in the content security policy
    cssMinify: 'lightningcss',
  },
  environments: {
    ssr: { build: { rolldownOptions: { input: './handler.ts', external: [/^@entregent\/(core|lib)\//u] } } },
  },
})
