export {
  type Comparison,
  type CopyStep,
  compareStores,
  copyStore,
  type Place,
  thawStore,
} from './copy.ts'
export { shownUrl } from './postgres/shownUrl.ts'
export {
  inspectPostgres,
  migratePostgres,
  openPostgres,
  type PostgresInspection,
  type PostgresStore,
} from './postgres.ts'
export { StoreRefused } from './refused.ts'
export { type Backup, backupStore } from './sqlite/backup.ts'
export { compactStore } from './sqlite/compact.ts'
export { type Inspection, inspectStore } from './sqlite/inspect.ts'
export { migrateStore, openStore, type Store } from './sqlite/open.ts'
export { type Restored, type Restoring, restoreStore } from './sqlite/restore.ts'
