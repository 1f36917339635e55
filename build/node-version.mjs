// better-sqlite3 crashes without a word on a Node whose N-API is older than 10. npm scripts get the pinned Node from
// node_modules/.bin; a tool that is started by its path gets the machine's own and is told so here.
if (Number(process.versions.napi) < 10) {
  console.error(
    `This needs Node 24 and runs on ${process.versions.node}. Start it through npm (npm test, npm start), or put node_modules/.bin first on the PATH.`,
  )
  process.exit(1)
}
