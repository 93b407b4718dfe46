// name: renew-version
// mode: write
// rows: none
// params: none
// Random, and no count: a store that is put back from a backup and written to again has the count of the one before,
// with other answers.
MATCH (store:Store {id: 'briefgraph'}) SET store.version = randomUUID()
