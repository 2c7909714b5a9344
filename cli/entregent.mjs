#!/usr/bin/env node
// `npx entregent …`: the command line. Node runs the TypeScript as it is, from the version that the project brings.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Node 24 or later is needed: run it as `npx entregent` in the folder of the project.')
  process.exit(64)
}
await import('./main.ts')
