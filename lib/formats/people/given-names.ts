// Common given names, folded: the only witness when a name could as well be a firm's ("Sandra Oakes" at sandraoakes.example).
// Not a list of who may exist: a name that is missing here is judged by everything else.

const names = `
abigail ada adam adel adelaide adele adeline adrian adriana adrien agathe agnes agnieszka agustin ahmed aicha aisha aisling aitor akira alain alan alban albane albert alberte alberto alda
aldo alejandra alejandro aleksandra alena alessandra alessandro alessia alessio alex alexander alexandra alexandre alexandrine alexia alexis alfonse alfonso alfred ali alice alicia aline
alison alix aliya allison alma alois aloys alphonse alvaro amadou amal amalia amandine amaury ambre ambroise amel amelia amelie amina amir amy ana anais anastasia anatole andre andrea
andreas andrej andres andrew andrzej andy ange angela angelina angelique angelo anita anja anke ann anna annabel annabelle anne anneliese annette annick annie anouk anselm anselme ansgar
anthony antoine antoinette anton antonella antonin antonio anya apolline archibald ariane arianna arianne arie aristide arlette armand armando armelle arnaud arne arno arsene artemis arthur
arturo asma assia astrid athanase aude audrey august augusta auguste augustin augustine aurele aurelie aurelien aurora aurore avril axel aymeric ayoub aziz balthazar baptiste barbara barnabe
barry bart bartholomew bas basile bastien beatrice beatrix beatriz bechir belinda ben benedetta benedicte benedikt beniamino benjamin benoit berenice bernadette bernadine bernard bernd bert
berthe bertrand bettina bianca bill birgit bjorn blaise blanche blandine blessing bob bogdan bonnie boris boubacar bram brandon brenda brian brice bridget brieuc brigitte bronwyn bruno bryan
calixte cameron camille candice capucine carina carine carl carla carlo carlos carlotta carmela carmen carol carole carolina caroline caspar cassandra catarina caterina cathal catherine
cathleen cathy cecile cecilia cedric celeste celestin celia celina celine cerise cesar chaima chantal charlene charles charlie charlotte chaya cheikh cherif chiara chloe chris christa
christel christelle christian christiane christina christine christophe christopher cindy cirilo claire clara clarence clarissa clarisse claude claudette claudia claudine claudio claus
clelia clemence clement clementine cleo clotilde clovis colette colin coline colombe conrad constance constant constantin cor coralie cordelia corentin corinna corinne cornelia cosima cosimo
cosme cristina cyprien cyril cyrille dagmar dalila damian damien dan danica daniel daniela daniele danielle danilo daphne dario darren dave david davide deborah deirdre delia delphine denis
denise dennis desire devon diana diane diarra didier diego dieter dietmar dimitra dimitri dina dirk djamel djibril dmitri dolores domenico dominic dominika dominique don donald donatella
donatien donna dorian doris dorothea dorothee dounia dragan dylan eamon ebba eckhard ed eddy edgar edgard edith edmond edmund edna edouard eduardo edward edwige edwin efren eglantine egon
eileen ekaterina elaine eleanor eleanora elena eleni eleonore eliane elias elie elif elina elio eliot elisa elisabeth elise elizabeth elke ella ellen elodie eloise elouan elsa else elsie
elvira elvire emanuele emeline emeric emil emile emilie emilio emily emine emma emmanuel emmanuelle emmeline emre enora enrico enzo ephraim eric erica erich erik erika erin ernest ernestine
ernesto erwan erwin esra esteban estelle esther ethan etienne etta eudes eugene eugenie eulalie eustache eva evan eve evelina evelyn evelyne ewa ezra fabian fabien fabienne fabio fabiola
fabrice fabrizio fadila faiza fanny farid fatima fatma fatou fatoumata faustine federica federico felicia felicie felicien felicity felipe felix ferdinand ferenc fergus fernand fernanda fernande
fernando ferran fidel filip filipe filippo fiona firmin flavia flavie flavio fleur flora florence florent florentin florentine florian florine fortune fouad france frances francesca francesco
francine francis francisco franck francois francoise frank franz fred frederic frederico frederik frederique fredrik freya frida friedrich fritz gabriel gabriela gabriele gabrielle gael
gaelle gaetan gaetane gaetanne gaia garance gareth gary gaspard gaston gauthier gauvain gavin gemma genevieve geoffrey geoffroy george georges georgette georgia georgina gerald geraldine gerard
gerardo geraud gerd gerhard germain germaine gertrud gertrude ghislain ghislaine giacomo gian giancarlo gianluca gianni gilbert gilberte gilles gina ginevra giorgia giorgio giovanna giovanni
gisela gisele giselle giulia giuliano giulio giuseppe gladys gloria godefroy gonzalo goran gottfried grace graham greg gregoire gregor gregorio gregory greta guenole guglielmo guido guilhem
guillaume guillermo gunnar gunther gustave gustavo guy gwen gwenael gwenaelle gwendoline gwenn gwenola gwladys habib habiba hakan hakim halima hamid hamza hanna hannah hannelore hannes hans
harald harold harriet harry hartmut haruki hassan heather hector hedwig heidi heike heinrich heinz helen helena helene helga helge helmut helmuth heloise henk henri henriette henrik henrique
henry herbert hermann hermine herminie herve hicham hilaire hilary hilda hildegard holger honore horace horst hortense houda hubert hugo hugues huguette humberto hyacinthe ian ianis ibrahim
ibtissam ida idriss ignace ignacio igor ilan ilaria ileana ilona ilse ilyes imane imed imran ines inga inge ingeborg ingo ingrid ioana ira irene iris irma isaac isabel isabella isabelle
isaline iseult isidore ismael ismail isolde issa ivan ivana ivo iwan jacek jacinthe jack jackie jacky jacob jacqueline jacques jaden jaime jakob jamal james jamie jamila jan jana jane janet
janina janine jannick jaques jarek jaroslav jasmin jasmine jason jasper javier jean jeanne jeannette jeannine jeff jeffrey jelena jennifer jenny jens jeremias jeremie jeremy jerome jerzy
jesper jesse jessica jessie jesus jill jim jimmy joachim joakim joan joana joanna joao joaquin jocelyn jocelyne joel joelle joerg johan johana johann johanna johannes john jon jonas jonathan
jonna joost jordan jordane jorg jorge joris jose josef joseph josephe josephine joshua josiane josselin jovan joyce juan juana juanita judicael judith jules julia julian juliana juliane
julianne julie julien juliet juliette julio june jurgen justin justine justus kadija kamel kamila karel karen karim karima karin karina karine karl karla karsten kasper katarina katarzyna
kate katell katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin katy kay kaya kees keiko keith kelly ken kenneth kenza kerstin kevin khadija khaled khalid kieran
kilian kim kirsten klaas klara klaus koen kofi konrad kristin kristina krzysztof kurt kwame kyle ladislas laetitia laila lamine lana lancelot landry lara lars lasse laszlo laura laure
laureline lauren laurence laurent lauriane laurie lazare lea leandre leandro leela leif leila lena lenaig lenny leo leon leonard leonardo leonidas leonie leonor leonore leontine leopold
leopoldine leslie leticia lia liam lidia lieve lilia lilian liliane lilou lily lin lina linda line linnea lino lionel lisa lisbeth lise lisette livia lloyd loan loic lois lola lorcan lore
lorena lorenzo loris lorraine lothar lotte lou louane louis louisa louise louison loulou loup luc luca lucas luce lucette lucia lucian luciano lucie lucien lucienne lucile lucille lucy
ludivine ludmila ludovic luigi luis luisa luisella luka lukas lukasz luke luna lutz lydia lydie lynn lyse maarten mabel madalena maddalena madeleine mado mael maelle maelys magali magda
magdalena magnus mahmoud maia maire maite malcolm malik malika malo mamadou manal manfred manon manuel manuela marc marcel marcelle marcellin marcelline marcello marcelo marcin marco marcos
marcus marek margaret margaretha margarida margarita margaux margherita margit margot margriet marguerite maria mariam mariana marianna marianne mariano maribel marie mariella marielle
marietta marijke marika marilyne marin marina marine mario marion marisa marius mark marketa marlene marlon marta martha marthe martin martina martine marvin marwa marwan mary maryse massimo
mathew mathias mathieu mathilda mathilde mathis mathurin matilda matt matteo matthew matthias matthieu matthijs mattia maud maura maureen maurice mauricio maurizio max maxence maxime
maximilian maximin maya mayeul mechthild medard mehdi melanie melchior melina melinda meline melissa melusine mercedes meryem micaela michael michaela michel michele micheline michelle
miguel mihai mike mila milan milena milo milos mina mira miranda mireille miriam mirjam mirko modeste mohamad mohamed mohammed moira mona monica monika monique monir morgan morgane morten mounir
mourad moussa muriel murielle mustapha myriam myrtille nabil nadege nadia nadine nadir nahla naima najat nancy nando naomi napoleon narcisse nasser natacha natalia natalie natascha nathalie
nathan nathanael nawal neil nelly nelson nestor nevena niall ngozi nicanor nicholas nick nicky nicola nicolaas nicolas nicole nicoletta niels nigel nikita niklas nikola nikolai nikos nils nina
nino nkechi noah noam noe noel noelia noelle noemie nolwenn noor nora norbert norma nour nuno oceane octave octavia octavie odette odile odilon ognjen ola olaf olga olive oliver olivia olivier
olympe omar ombeline omer ondine oona orane oriane orianne orlando orsola oscar oskar osman oswald ottavia otto ousmane owen pablo pacome paloma pamela pandora paola paolo parfait pascal
pascale pascaline patrice patricia patricio patrick patrizia patrizio paul paula paule paulette paulin paulina pauline paulo pearl pedro peggy pelagie penelope percy perle perrine pervenche
peter petra petronille phil philibert philip philippa philippe philomene phoebe pia pier pierre pierrette pierrick piet pieter pietro pilar piotr placide pol polina pomeline preston primrose
priscilla prosper prune quentin quitterie rachel rachid rachida radia rafael rahel rainer rainier ralf ralph ramon ramona ramzi randolph raoul raphael raphaelle raquel rasmus raul ray rayan
rayane raymond raymonde rebecca reda regina regine reine reinhard reinhold remi remy renata renate renato renaud rene renee rhea rhiannon riad ricardo riccardo richard rikke rita rob robert
roberta roberto robin robinson rocco rodolfo rodolphe rodrigo roger roland rolf romain roman romane romaric romeo romuald romy ron ronald rosa rosalba rosalie rosalind rosaria rose rosella
roselyne rosemary rosina rowan roxana roxane roy ruben rudi rudolf rui rupert russell ruth ryan sabine sabrina sacha safia said salah salim sally salma salome salvador salvatore sam samantha
samba samia samir samira samuel samya sander sandra sandrine sandro sanne santiago saoirse sara sarah sascha saskia saturnin savannah scott sean sebastian sebastiao sebastien selena selim
selma senna seraphin seraphine serena serge sergio serguei servane severin severine seydou shane shannon sharon sheila shirley sibille sibylle sidney sidonie siegfried sieglinde sigrid silas
silke silvana silvere silvia silvio simeon simon simona simone sinead siobhan sixtine slimane sofia sofiane sofie solange soledad solene solenne solveig sonia sonja sonny sophia sophie
soraya soren stacy srinivas stan stanislas stanley stefan stefania stefano steffen stella stephan stephane stephanie stephen steve steven stuart sue susan susana susanna susanne suzanne suzie suzon
sven svenja svetlana sybille sylvain sylvia sylviane sylvie tadeusz tahar takashi talia tamara tamsin tancrede tania tanja tariq tatiana tatjana ted teresa terry tess tessa thais thea theo
theodora theodore theophile theresa therese thibault thibaut thierry thijs thomas tiago tibor tiffany tilda till tim timeo timon timothee timothy tina titouan titus tobias todd tom tomas
tomasz tommaso toni tony torsten toussaint tracy trevor tristan tristana ugo ulrich ulrike ulysse umberto urbain ursula ursule uta ute uwe valentin valentina valentine valentino valere
valeria valerie valery vanessa vanina vassili vera verena veronica veronika veronique vicente vicky victoire victor victoria victorien viggo viktor vincent vincenza vincenzo viola violette
viorica virgile virginia virginie vito vittoria vittorio vivian viviane vlad vladimir vladislav volker volodia wahid waldemar wallace walter wanda wassim wei wenceslas wendy werner wiebke
wilfred wilfried wilhelm wilhelmina wilhelmine will willem william willy wim winfried winston wladimir wojciech wolfgang xavier xenia xiaoming yacine yael yaelle yamina yan yann yannick yara yasmin
yasmina yasmine yassine yigal ymelda yoann yohann yoko yolanda yolande youssef ysaline yseult yuki yuri yvain yvan yvelise yves yvette yvon yvonne yvonnick zacharie zahra zeineb zelda zelie
zephyrin zineb zita zoe zofia zoltan zoran zuzana`

/** Whether the folded word, or every part of a composed one ("jean pierre"), is a common given name. */
const known: ReadonlySet<string> = new Set(names.split(/\s+/u))

export function isCommonGivenName(folded: string): boolean {
  return known.has(folded)
}
