// Degrees in words.
import { catalogue } from './catalogue.ts'

export const degrees = catalogue({
  en: {
    degree: ({ nth }: { nth: string }) => `${nth} degree`,
    further: 'beyond 3rd',
    loading: 'The network is loading, or very busy',
    loadingSign: '…',
  },
  fr: {
    degree: ({ nth }) => `${nth} degré`,
    further: 'au-delà du 3ᵉ',
    loading: 'Le réseau se charge, ou est très sollicité',
    loadingSign: '…',
  },
})
