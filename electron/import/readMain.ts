// Reads one workbook in a process of its own and writes what was in its cells to standard output as one line of JSON:
// `{"ok":true,"value":Workbook}` or `{"ok":false,"error":{"code":…,"args":…}}`. For programs that must not hold the
// desktop's code in their own process. Nothing is saved and no store is opened.
import { readWorkbook } from './readWorkbook.ts'

const [, , path = '', name = ''] = process.argv
const read = await readWorkbook({ path }, name)
process.stdout.write(`${JSON.stringify(read)}\n`)
