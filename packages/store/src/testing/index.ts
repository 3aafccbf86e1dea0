export { type Cluster, type OwnCluster, startCluster, startOwnCluster } from './cluster.ts'
export { createDatabase, databasesLike, dropDatabase, type TestDatabase, textOf } from './database.ts'
