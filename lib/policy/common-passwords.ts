// What the most common passwords are made of, in English and French: words, names, and walks over keyboards. lib/policy/password.ts puts them
// together with the years, digits and signs that people add, which makes far more than the 3,000 that ASVS 6.2.4 asks to refuse.

/** Lower case, without accents. */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwort passw pass passe word motdepasse mot de mdp secret login signin admin administrator administrateur root user utilisateur
  guest invite test testing demo sample example default change changeme changer letmein let me in open sesame welcome bienvenue hello bonjour
  salut coucou hey access acces account compte private prive secure security securite system systeme server serveur computer ordinateur
  internet online web email mail google facebook twitter linkedin instagram youtube amazon apple microsoft windows android iphone samsung
  nokia sony dell lenovo oracle cisco linux ubuntu entregent network reseau company entreprise business office bureau work travail job
  master maitre boss chef king roi queen reine prince princess princesse lord lady god dieu jesus christ angel ange devil diable demon heaven
  love amour lover loveme iloveyou ilove you jetaime je taime te aime moncoeur coeur heart bisous kiss baby bebe babygirl babyboy girl boy
  fille garcon honey cherie cheri chouchou doudou loulou poupee sweet sweetie sugar darling beautiful belle beau pretty hottie sexy cutie
  mother father maman papa mommy daddy mom dad mum mamie papi famille family brother sister frere soeur friend friends ami amie forever
  always toujours never jamais today life vie live death mort dead happy heureux lucky chance smile sourire peace paix freedom liberte
  soleil sunshine sun moon lune star stars etoile sky ciel blue bleu red rouge green vert black noir white blanc pink purple orange yellow
  jaune silver golden gold summer ete winter hiver spring printemps autumn automne fall january february march april may june july august
  september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre monday tuesday
  wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche christmas noel flower fleur rose lily jasmine
  violet daisy cherry cerise apple pomme banana banane chocolat chocolate cookie coffee cafe pizza cheese fromage pepper ginger vanilla
  vanille caramel coconut peanut butter dragon monkey tiger tigre lion wolf loup bear ours eagle falcon hawk horse cheval dog chien cat
  chat chaton kitty kitten puppy bunny rabbit lapin panda dolphin dauphin shark fish butterfly papillon bird spider snake turtle tortue
  frog cow chicken turkey phoenix unicorn licorne pokemon pikachu naruto batman superman spiderman ironman hulk marvel starwars skywalker
  vader yoda matrix hacker ninja samurai warrior guerrier knight wizard magic magique shadow ghost killer hunter ranger rocket thunder
  lightning storm fire feu water eau ice snow neige ocean river mountain montagne forest power force energy rock metal music musique
  guitar guitare piano dance danse player gamer game jeu play fun cool awesome super mega ultra turbo fantastic great best winner champion
  football foot soccer hockey baseball basketball tennis rugby golf boxing racing ferrari porsche mercedes mustang camaro corvette harley
  yamaha honda toyota peugeot renault citroen chelsea arsenal liverpool barcelona madrid juventus milan marseille om psg paris lyon nice
  bordeaux toulouse nantes lille quebec montreal canada canadiens toronto ottawa vancouver london england france french francais suisse
  belgique geneve america american texas dallas boston chicago newyork york california florida yankees cowboys steelers lakers jordan
  merlin gandalf harry potter hogwarts snoopy mickey minnie donald garfield scooby doo barney simpson bart homer trustno one nothing
  something anything whatever please thanks merci stupid asshole fuck fuckyou fucker shit bitch biteme connard putain merde salope
  michael jessica ashley matthew jennifer joshua amanda daniel david james robert john joseph andrew ryan brandon jason justin sarah
  william jonathan stephanie brian nicole nicholas anthony heather eric elizabeth adam megan melissa kevin steven thomas timothy christina
  kyle rachel laura lauren amber brittany danielle richard kimberly jeffrey amy crystal michelle tiffany jeremy benjamin mark emily aaron
  charles rebecca jacob stephen patrick sean erin zachary jamie kelly samantha nathan sara dustin paul angela tyler scott katherine andrea
  gregory erica mary travis lisa kenneth bryan lindsey kristen jose alexander jesse katie lindsay shannon vanessa courtney christine alicia
  cody allison bradley samuel charlie george alex max sam tom jack oliver sophie sofia emma olivia chloe lea manon camille julie marie
  pierre jean jacques louis nicolas julien antoine francois philippe alain bernard christophe laurent frederic sebastien guillaume mathieu
  maxime alexandre romain vincent olivier thierry pascal stephane celine sandrine nathalie isabelle sylvie valerie catherine caroline
  aurelie emilie elodie audrey pauline marine oceane justine clement hugo lucas theo enzo arthur gabriel raphael leo jules louise alice
  charlotte juliette lucie anais clara eva ines jade lola zoe martin bernadette simone andre denis gilles claude dominique azerty qwerty
  qwertz abc abcd iloveu loveyou fuckme sesame trust no number numero phone bank money argent dollar euro bitcoin crypto wallet
  `
    .trim()
    .split(/\s+/u),
)

/** Rows, columns and orders that fingers and minds walk along, forwards or back. */
export const walks: readonly string[] = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1a2z3e4r5t6y7u8i9o0p',
  'a1z2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '963852741',
  '159357',
  '789456123',
]
