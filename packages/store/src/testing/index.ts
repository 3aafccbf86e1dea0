export { type Cluster, startCluster } from './cluster.ts'
export { createDatabase, dropDatabase, type TestDatabase } from './database.ts'
