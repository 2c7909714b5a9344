// Given names and the short forms they are called by. A short form only makes two records likely to be one person, never certain.

/** One line for each family of names: any two of a line may be one person. A short form may stand in several lines. */
const lines = `
william bill billy will willy liam guillaume
robert bob bobby rob robbie bert
richard dick rick ricky rich
james jim jimmy jamie
john jack johnny jon
joseph joe joey jo sepp
michael mike mick mickey micha
thomas tom tommy thom
charles charlie chuck charly
edward ed eddie ted teddy ned
henry harry hank
anthony tony
antoine toine titi
andrew andy drew
daniel dan danny dani
david dave davy
matthew matt
matthieu mathieu mat math
christopher chris kit
christophe chris
christian chris
christine chris chrissy
christina chris tina christl
benjamin ben benji benny
samuel sam sammy
samantha sam
alexander alex sandy xander sascha
alexandre alex
alexandra alex sandra alexa
alexis alex
nicholas nick nicky
nicolas nico
nathaniel nate nat
patrick pat paddy
patricia pat patty tricia
stephen steve stevie
steven steve
stephane steph
stephanie steph
gregory greg
gregoire greg
jeffrey jeff geoff
geoffrey geoff
kenneth ken kenny
lawrence larry
laurent lolo
leonard leo len lenny
timothy tim timmy
timothee tim
zachary zach zack
vincent vince vinny
raymond ray
ronald ron ronnie
donald don donnie
frederick fred freddy rick
frederic fred
frederique fred
philip phil pip
philippe phil
peter pete
elizabeth liz lizzie beth betty eliza lisa libby
elisabeth liz babeth lisa elise
katherine kate katie kathy kat
catherine cathy kate cath
margaret maggie meg peggy marge
susan sue susie
jennifer jen jenny
jessica jess jessie
rebecca becky becca
deborah deb debbie
barbara barb babs
victoria vicky tori
theodore ted theo
theresa terry tess
pamela pam
kimberly kim
jacqueline jackie
dorothy dot dottie
virginia ginny
virginie nini
maximilian max
maxime max
maximilien max
johannes hans hannes jo
friedrich fritz fred
franz francois
wolfgang wolf wolfi
ulrich uli ulli
ulrike uli
heinrich heinz heiner
gunther gunter
francisco paco pancho fran
jose pepe
guillermo memo
ignacio nacho
jesus chus
enrique quique
dolores lola
concepcion concha
rosario charo
giuseppe beppe peppe pino
francesco franco ciccio
giovanni gianni vanni
luigi gigi
antonio toni tonio toni
salvatore totò
fernando nando
eduardo edu dudu
emmanuel manu
emmanuelle manu
manuel manu manolo
dominique dom domi
sebastien seb
sebastian seb basti bastian
bastien bast
sylvain syl
sylvie syl
benedicte bene
veronique vero
valerie val
valentin val
florence flo
florian flo
delphine delph
josephine josie jo
genevieve ginette
gabriel gab gaby
gabrielle gaby gab
marguerite margot
charlotte charlie lotte
augustin gus
gustave gus
jerome jey
olivier oliv olive
oliver ollie
caroline caro
carolina caro
anne annie
marianne marie
marie mimi
constance coco
isabelle isa zaza
isabel isa
aleksandr sasha
aleksei alyosha
dmitri dima
александр саша шура
алексей леша
дмитрий дима
екатерина катя
мария маша
наталья наташа
владимир вова володя
иван ваня
михаил миша
николай коля`

const rows: ReadonlyMap<string, ReadonlySet<number>> = indexed()

function indexed(): Map<string, Set<number>> {
  const index = new Map<string, Set<number>>()
  lines.split('\n').forEach((line, row) => {
    for (const name of line.split(' ').filter((word) => word !== '')) index.set(name, (index.get(name) ?? new Set()).add(row))
  })
  return index
}

/** The lines a folded given name stands in, as numbers; empty for a name without short forms. Two names of one line may be one person's. */
export function shortFormRows(folded: string): ReadonlySet<number> {
  return rows.get(folded) ?? none
}

const none: ReadonlySet<number> = new Set()
