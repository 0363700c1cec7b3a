// Who may do what: one right a call, one set of rights a role. A call without a right does not compile, and the core
// asks this table before every call, so that no page can do what its person's role cannot.
import type { CallName } from './contract.ts'
import type { Role } from './parts.ts'

/**
 * - `open`: anybody at this machine, locked or not; what it may do it asks of the PIN or the code it is given
 * - `read`: everybody who opened the store
 * - `edit`: whoever writes records: the officer in charge and those who enter data
 * - `manage`: the officer in charge alone: sending, keys, people, settings
 */
export type Right = 'open' | 'read' | 'edit' | 'manage'

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  manager: ['open', 'read', 'edit', 'manage'],
  editor: ['open', 'read', 'edit'],
  leader: ['open', 'read'],
  viewer: ['open', 'read'],
}

/** Who may approve a submission by their own PIN, at whosever desk. */
const APPROVERS: readonly Role[] = ['manager', 'leader']

const callRights: Readonly<Record<CallName, Right>> = {
  'app.status': 'open',
  'setup.units': 'open',
  'setup.readPack': 'open',
  'setup.create': 'open',
  'session.unlock': 'open',
  'session.recover': 'open',
  'session.lock': 'open',
  'session.addUser': 'manage',
  'session.removeUser': 'manage',
  'session.setRole': 'manage',
  'session.changePin': 'read',
  'recovery.sheet': 'manage',
  'recovery.replace': 'manage',
  'office.save': 'manage',
  'office.takePack': 'manage',
  'snapshots.list': 'read',
  'snapshots.make': 'edit',
  'snapshots.restore': 'manage',
  'preferences.get': 'open',
  'preferences.set': 'read',
  'profile.get': 'read',
  'profile.set': 'manage',
  'profile.switchTasks': 'read',
  'tasks.fromPlan': 'edit',

  'records.window': 'read',
  'records.get': 'read',
  'records.save': 'edit',
  'records.saveMany': 'edit',
  'records.delete': 'edit',
  'records.history': 'read',
  'records.suggest': 'read',
  'records.problems': 'read',
  'undo.state': 'read',
  'undo.undo': 'edit',
  'undo.redo': 'edit',
  'conflicts.list': 'read',
  'conflicts.settle': 'edit',
  'remarks.list': 'read',
  'remarks.answer': 'edit',
  'outcomes.list': 'read',
  'outcomes.dismiss': 'edit',
  'nil.set': 'edit',
  'catalogue.list': 'read',
  'catalogue.take': 'edit',
  'home.summary': 'read',

  'import.open': 'edit',
  'import.plan': 'edit',
  'import.rows': 'edit',
  'import.commit': 'edit',
  'import.marked': 'edit',
  'import.fill': 'edit',
  'import.close': 'edit',
  'parked.list': 'read',
  'parked.accept': 'edit',
  'parked.discard': 'edit',

  // Printing writes no record: everybody who sees a list may have it on paper.
  'export.report': 'read',
  'export.print': 'read',
  'export.defaults': 'read',
  'export.template': 'read',
  'template.list': 'read',
  'template.save': 'manage',
  'template.workbook': 'read',
  'template.saveWorkbook': 'manage',
  'template.remove': 'manage',

  'handin.preview': 'read',
  'handin.make': 'manage',
  'handin.list': 'read',
  'handin.receiptSlip': 'read',
  'sync.status': 'read',
  'sync.now': 'edit',
  'sync.details': 'read',
  'bundle.toFile': 'manage',
  'reply.fromFile': 'edit',
  'enrol.request': 'manage',

  'calendar.list': 'read',
  'calendar.reminders': 'read',
  'rounds.list': 'read',
  'rounds.get': 'read',
  'rounds.readiness': 'read',
  'rounds.sinceLast': 'read',
  'rounds.attest': 'edit',
  'periods.open': 'edit',
  'submissions.list': 'read',
  'submissions.get': 'read',
  'submissions.lock': 'edit',
  'submissions.unlock': 'edit',
  'submissions.documents': 'read',
  'submissions.sign': 'edit',
  'submissions.scan': 'read',
  // At anybody's desk: it asks the role of whoever gives the PIN (`mayApprove`).
  'submissions.approve': 'read',
  'submissions.send': 'manage',

  'rooms.list': 'read',
  'rooms.status': 'read',
  'rooms.workbooks': 'edit',
  'rooms.open': 'edit',
  'rooms.commit': 'edit',

  'job.cancel': 'read',
}

/** What a call asks of whoever makes it. */
export function rightOf(call: CallName): Right {
  return callRights[call]
}

export function mayCall(role: Role, call: CallName): boolean {
  return RIGHTS[role].includes(callRights[call])
}

export function mayApprove(role: Role): boolean {
  return APPROVERS.includes(role)
}
