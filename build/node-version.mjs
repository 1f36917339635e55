// better-sqlite3 crashes silently on a Node with N-API below version 10. npm scripts use the pinned Node from
// node_modules/.bin; a script started by its path runs on the machine's own Node and is told so here.
if (Number(process.versions.napi) < 10) {
  console.error(
    `This needs Node 24 and runs on ${process.versions.node}. Start it through npm (npm test, npm start), or put node_modules/.bin first on the PATH.`,
  )
  process.exit(1)
}
