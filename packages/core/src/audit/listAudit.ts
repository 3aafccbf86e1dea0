import type { Core } from '../core.ts'
import type { AuditLine } from './line.ts'
import type { AuditQuery } from './store.ts'

/** Lines of the audit log for an operator, the newest first. */
export async function listAudit(core: Core, query: AuditQuery): Promise<AuditLine[]> {
  return core.stores.audit.list(query)
}
