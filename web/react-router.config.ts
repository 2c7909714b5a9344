// Where the pages lie and where their build goes.
import type { Config } from '@react-router/dev/config'

export default { appDirectory: 'app', buildDirectory: 'build', ssr: true, serverBuildFile: 'server.js' } satisfies Config
