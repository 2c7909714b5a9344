// `npm run check`: everything that can be known without running the product. One line for each checker; what was found below it.
import { runChecks, verdictLine } from './checks/run-checks.ts'

const verdicts = await runChecks((verdict) => console.log(verdictLine(verdict)))
process.exitCode = verdicts.every(({ passed }) => passed) ? 0 : 1
