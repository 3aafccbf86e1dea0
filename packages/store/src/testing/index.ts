export { type Cluster, type OwnCluster, startCluster, startOwnCluster } from './cluster.ts'
export { createDatabase, databasesLike, dropDatabase, numberIn, type TestDatabase, textOf } from './database.ts'
export { planOf, statementsOf, usualPlanOf } from './statements.ts'
