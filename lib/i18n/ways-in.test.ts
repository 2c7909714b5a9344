// The reasons of a way in, as they are read.
import type { Relationship } from '@entregent/lib/base/words.ts'
import { describe, expect, it } from 'vitest'
import { waysIn } from './ways-in.ts'

const tie = (relationship: Relationship, context: string | null, from: number | null, to: number | null) => ({
  relationship,
  context,
  startedOn: from ? `${from}-01-01` : null,
  endedOn: to ? `${to}-01-01` : null,
})

describe('reasons', () => {
  it.each([
    [tie('colleague', 'La Presse', 2001, 2006), 'your colleague at La Presse (2001–2006)', 'votre collègue chez La Presse (2001–2006)'],
    [tie('classmate', 'HEC', 1994, 1997), 'your classmate at HEC (1994–1997)', 'vous avez étudié ensemble (HEC, 1994–1997)'],
    [tie('client', null, 2014, null), 'your client since 2014', 'dans votre clientèle depuis 2014'],
    [tie('supplier', null, 2014, 2016), 'your supplier (2014–2016)', 'vous avez fait appel à ses services (2014–2016)'],
    [tie('met_at', 'a congress', 2019, null), 'you have met (a congress, 2019)', 'vous vous êtes rencontrés (a congress, 2019)'],
    [tie('friend', null, null, null), 'your friend', 'parmi vos amis'],
    [tie('other', null, null, 2010), 'someone you know (until 2010)', 'vous vous connaissez (jusqu’en 2010)'],
  ])('say how the viewer knows the connector: %o', (given, english, french) => {
    expect([waysIn.en.yours(given), waysIn.fr.yours(given)]).toEqual([english, french])
  })

  it.each([
    [tie('colleague', null, 2019, null), 'has worked with Zoé since 2019', 'travaille avec Zoé depuis 2019'],
    [tie('colleague', 'Boréal', 2011, 2013), 'worked with Zoé at Boréal (2011–2013)', 'a travaillé avec Zoé chez Boréal (2011–2013)'],
    [tie('colleague', null, null, null), 'knows Zoé from work', 'connaît Zoé du travail'],
    [tie('client', null, 2010, 2012), 'had Zoé as a client (2010–2012)', 'a eu Zoé dans sa clientèle (2010–2012)'],
    [tie('supplier', null, null, null), 'has Zoé as a supplier', 'fait appel aux services de Zoé'],
    [tie('friend', null, 1999, null), 'has been a friend of Zoé since 1999', 'a Zoé parmi ses amis depuis 1999'],
    [tie('other', 'choir', null, null), 'knows Zoé (choir)', 'connaît Zoé (choir)'],
  ])('say how the connector knows the person: %o', (given, english, french) => {
    expect([waysIn.en.theirs({ ...given, name: 'Zoé' }), waysIn.fr.theirs({ ...given, name: 'Zoé' })]).toEqual([english, french])
  })
})
