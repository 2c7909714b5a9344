// An address that no page has: the frame of root.tsx says so, in the reader's language, with ways on.
import { AppError } from '@entregent/lib/base/errors.ts'
import { loaded } from '../request/route.ts'

const refused = loaded(() => Promise.reject(new AppError('not_found')))

export { refused as action, refused as loader }

export default function Nowhere() {
  return null
}
