// Common given names, folded: the only witness when a name could as well be a firm's ("Sandra Oakes" at sandraoakes.example).
// Not a list of who may exist: a name that is missing here is judged by everything else.

const names = `
adam adele adeline adrian adriana adrien agathe agnes ahmed aicha aisha alain alan albert alberto alejandra alejandro alessandra alessandro alessia alex alexander alexandra alexandre alexia alexis
alfonso alfred ali alice alicia aline alison allison alma alvaro amal amandine amelia amelie amina amir amy ana anais andre andrea andreas andres andrew andy ange angela angelina angelo anita anke ann anna
anne annette annick annie anouk ansgar anthony antoine antoinette anton antonella antonio anya apolline ariane arianna arie arnaud arne arthur arturo astrid audrey august aurelie aurelien aurora axel aymeric
barbara bart bas bastien beatrice beatriz ben benedicte benjamin benoit bernadette bernard bernd bert bertrand bettina bianca bill birgit bjorn blanche bob boris bram brandon brenda brian brigitte bruno
camille carina carine carl carla carlo carlos carmen carol carole carolina caroline cassandra catarina caterina catherine cathy cecile cecilia cedric celeste celia celine chantal charles charlie charlotte chiara
chloe chris christa christel christelle christian christiane christina christine christophe christopher cindy claire clara clarisse claude claudia claudine claudio claus clemence clement colette colin conrad
constance cor corinna corinne cristina cyril cyrille damien dan daniel daniela daniele danielle dario darren dave david davide deborah delphine denis denise dennis diana diane didier diego dieter dimitri
dirk dmitri dominic dominique don donald donna doris dorothee dylan ed eddy edgar edith eduardo edward edwige eleanor elena eleonore elias elif eliot elisa elisabeth elise elizabeth elke ella ellen
eloise elsa elvira emanuele emile emilie emilio emily emma emmanuel emmanuelle enrico enzo eric erica erik erika ernest ernesto erwan esteban estelle esther etienne eugene eva evan eve evelyne fabian fabien
fabienne fabio fabrice fabrizio fadila faiza fanny farid fatima fatma federica federico felicia felipe felix ferdinand fernand fernanda fernando filip filipe filippo fiona flavie flavio flora florence florent florian
france frances francesca francesco francine francis francisco franck francois francoise frank franz fred frederic frederico frederik frederique fritz gabriel gabriela gabriele gabrielle gael gaelle gaetan gareth
gary gaspard gauthier genevieve geoffrey geoffroy george georges georgia gerald geraldine gerard gerd gerhard germain ghislain ghislaine giacomo gian gianluca gianni gilbert gilles gina giorgia giorgio giovanna
giovanni giulia giuliano giulio giuseppe gloria gonzalo grace graham greg gregoire gregor gregory greta guido guillaume guillermo gunther gustave gustavo guy gwenaelle gwendoline habib hakim hamid hanna hannah hannes
hans harald harold harriet harry hassan heather hector heidi heike heinrich heinz helen helena helene helga helmut henk henri henriette henrik henrique henry herbert hermann herve hilda hildegard holger
horst houda hubert hugo hugues ian ibrahim ida igor ilona ilse imane imed ines inga inge ingrid irene iris irma isaac isabel isabella isabelle isaline ismael ivan jack jackie jacob jacqueline jacques jaime jakob james jamal
jamie jan jana jane janet janine jaques jasmin jasmine jason javier jean jeanne jeannette jeff jeffrey jelena jennifer jenny jens jeremie jeremy jerome jesse jessica jessie jesus jill jim jimmy joachim joan joana joanna joao
jocelyne joel joelle joerg johan johann johanna johannes john jon jonas jonathan joost jordan jorg jorge jose josef joseph josephine joshua josiane juan juana judith jules julia julian juliana julie julien juliette
julio jurgen justin justine kamel karel karen karim karin karina karine karl karsten katarina kate katharina katherine kathleen kathrin kathy katia katja katrin kay kees keith kelly ken kenneth kenza kevin khadija khaled khalid
kim klaas klaus koen konrad kristin kristina kurt kyle lara lars laura laure laurence laurent laurie lea leila lena leo leon leonard leonardo leonie leonor leopold leslie leticia lia liam lidia lily lin lina linda line lionel
lisa lise lisette lloyd loic lola lore lorena lorenzo lothar lotte lou louis louisa louise luc luca lucas lucia lucian luciano lucie lucien lucienne lucile lucille lucy ludovic luigi luis luisa luisella lukas luke lutz
lydia lydie lynn maarten madeleine mael maelle mael magali magda magdalena maite malik malika manfred manon manuel manuela marc marcel marcelle marcello marcelo marco marcos marcus marek margaret margarida margaux margot
margaretha marguerite maria mariam marianne marie mariella marielle marijke marina marine mario marion marius mark marketa marlene marta martha martin martina martine mary maryse massimo mathieu mathilde mathis matilda matt matteo
matthew matthias matthieu maud maureen maurice mauricio maurizio max maxime maximilian maya mehdi melanie melissa mercedes michael michaela michel michele micheline michelle miguel mike milena mireille miriam mohamed mohammed
moira monica monika monique morgan morgane mounir mourad muriel murielle mustapha myriam nabil nadege nadia nadine nancy naomi natacha natalia natalie natascha nathalie nathan neil nelly nicholas nick nicola nicolas nicole nicoletta niels nigel nils
nina noah noam noe noel noelle noemie nora norbert norma nuno octave odette odile olaf olga oliver olivia olivier omar oscar oskar otto owen pablo paola paolo pascal pascale patrice patricia patrick patrizia paul paula
paulette paulina pauline paulo pedro penelope peter petra phil philip philippa philippe phoebe pia pier pierre pierrick piet pieter pietro pilar quentin rachel rachid rafael rainer ralf ralph ramon raoul raphael raquel
raul ray raymond raymonde rebecca regina regine reinhard remi remy renata renate renato renaud rene renee ricardo riccardo richard rita rob robert roberta roberto robin rodolphe rodrigo roger roland rolf romain roman
romane romuald ron ronald rosa rosalie rose rosemary roy ruben rudi rudolf rui russell ruth ryan sabine sabrina sacha said salah sally salma salome salvatore sam samantha samia samir samira samuel sander sandra sandrine
santiago sara sarah sascha saskia scott sean sebastian sebastiao sebastien serena serge sergio severine sharon sheila sibylle sidonie siegfried silke silvia silvio simon simona simone siobhan sofia sofiane solange solene sonia sonja
sophia sophie soraya stacy stan stefan stefania stefano steffen stella stephan stephane stephanie stephen steve steven stuart sue susan susana susanna susanne suzanne sven svetlana sylvain sylvia sylviane sylvie tamara tania tanja tariq tatiana ted
teresa terry thea theo theodore theresa therese thibault thibaut thierry thijs thomas tiago tiffany tim timothee timothy tina titouan tobias todd tom tomas tommaso tony tracy tristan ugo ulrich ulrike umberto ursula uta ute uwe
valentin valentina valentine valeria valerie vanessa vera veronica veronika veronique vicente vicky victor victoria vincent vincenzo viola violette virginia virginie viktor vivian viviane vladimir volker wahid walter wanda wendy werner
wilfried wilhelm will willem william willy wim wolfgang xavier yacine yan yann yannick yasmina yasmine yolande youssef yvan yves yvette yvon yvonne zacharie zahra zineb zoe zoltan`

/** Whether the folded word, or every part of a composed one ("jean pierre"), is a common given name. */
const known: ReadonlySet<string> = new Set(names.split(/\s+/u))

export function isCommonGivenName(folded: string): boolean {
  return known.has(folded)
}
