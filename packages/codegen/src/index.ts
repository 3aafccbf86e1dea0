export { filesOf } from './files.ts'
