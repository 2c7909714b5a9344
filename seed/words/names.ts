// Given and family names by origin. They are joined at random: whoever they seem to name is nobody.
import { wordsOf } from './table.ts'

export const origins = ['french', 'english', 'african', 'asian', 'latin', 'eastern'] as const
export type Origin = (typeof origins)[number]
/** Which French form a person's titles take. */
export type Form = 'feminine' | 'masculine'

export const givenNames: Readonly<Record<Origin, Readonly<Record<Form, readonly string[]>>>> = {
  french: {
    feminine:
      wordsOf(`Amélie, Anaïs, Anne-Sophie, Ariane, Audrey, Béatrice, Camille, Catherine, Céline, Chantal, Chloé, Claire, Élise, Élodie,
      Émilie, Ève, Florence, Françoise, Gabrielle, Geneviève, Hélène, Inès, Isabelle, Jeanne, Josée, Joëlle, Julie, Juliette, Laurence, Léa,
      Lise, Louise, Lucie, Maëlle, Manon, Marguerite, Marianne, Marie-Claude, Marie-Ève, Marie-France, Maude, Mélanie, Mireille, Myriam, Nathalie,
      Noémie, Océane, Odile, Pascale, Pauline, Rosalie, Sabrina, Sandrine, Simone, Solène, Sophie, Stéphanie, Sylvie, Valérie, Véronique, Zoé`),
    masculine:
      wordsOf(`Alexandre, Alexis, André, Antoine, Arnaud, Bastien, Benoît, Cédric, Charles-Étienne, Christophe, Claude, Damien, Denis,
      Dominic, Édouard, Émile, Étienne, Fabien, Félix, Francis, François, Frédéric, Gabriel, Gaétan, Gilles, Guillaume, Guy, Hugo, Jacques,
      Jean-François, Jean-Philippe, Jérôme, Jonathan, Jules, Julien, Laurent, Loïc, Luc, Marc-André, Mathieu, Maxime, Michel, Nicolas, Olivier,
      Pascal, Patrice, Philippe, Pierre-Luc, Raphaël, Réjean, Rémi, Samuel, Sébastien, Simon, Stéphane, Sylvain, Théo, Thierry, Tristan, Vincent, Xavier, Yannick, Yves`),
  },
  english: {
    feminine:
      wordsOf(`Abigail, Alice, Amanda, Audra, Beth, Bridget, Charlotte, Claudia, Daphne, Eleanor, Emily, Fiona, Georgia, Grace, Hannah, Harriet,
      Heather, Imogen, Jane, Jessica, Katherine, Laura, Lucy, Margaret, Megan, Nora, Olivia, Paige, Rachel, Rebecca, Rosemary, Ruth, Sarah, Tessa, Victoria`),
    masculine:
      wordsOf(`Adam, Alistair, Andrew, Angus, Ben, Brian, Callum, Colin, Craig, Daniel, Douglas, Edward, Ewan, Gareth, Gordon, Graham, Harry,
      Ian, Jack, James, Kevin, Liam, Malcolm, Matthew, Nathan, Neil, Oliver, Owen, Patrick, Peter, Robert, Ryan, Stephen, Thomas, Trevor, William`),
  },
  african: {
    feminine: wordsOf(
      'Adama, Aïcha, Aminata, Awa, Djamila, Esther, Fatou, Fatima, Khadija, Leïla, Mariama, Nadia, Naïma, Rokia, Samira, Yasmine, Zahra',
    ),
    masculine: wordsOf(
      'Abdou, Amadou, Boubacar, Cheikh, Hamid, Ibrahima, Karim, Kofi, Mamadou, Mehdi, Moussa, Nabil, Omar, Ousmane, Rachid, Youssef',
    ),
  },
  asian: {
    feminine: wordsOf('Ananya, Anh, Deepa, Hana, Hui, Kavita, Lan, Linh, Mei, Meera, Minh-Thu, Priya, Sakura, Sunita, Thuy, Xiu, Yuki'),
    masculine: wordsOf('Arjun, Bao, Dinesh, Hao, Hiroshi, Jun, Kenji, Long, Minh, Nikhil, Quang, Rahul, Sanjay, Tuan, Vikram, Wei, Yong'),
  },
  latin: {
    feminine: wordsOf(
      'Ana, Beatriz, Carla, Carmen, Elena, Francesca, Giulia, Inés, Lúcia, Marisol, Paola, Pilar, Rosa, Silvia, Teresa, Ximena',
    ),
    masculine: wordsOf(
      'Alberto, Andrés, Bruno, Carlos, Diego, Enzo, Esteban, Giovanni, Joaquín, Luca, Marco, Mateo, Nuno, Pedro, Rafael, Tomás',
    ),
  },
  eastern: {
    feminine: wordsOf(
      'Agnieszka, Anastasia, Daria, Eleni, Irina, Katarina, Ksenia, Magda, Mariam, Milena, Nino, Oksana, Sofia, Tatiana, Zofia',
    ),
    masculine: wordsOf(
      'Andrei, Bogdan, Dimitri, Georgios, Ivan, Jakub, Levon, Marek, Mihai, Nikola, Oleksandr, Pavel, Stefan, Tomasz, Viktor',
    ),
  },
}

export const familyNames: Readonly<Record<Origin, readonly string[]>> = {
  french:
    wordsOf(`Allard, Arsenault, Aubin, Audet, Auger, Beaudoin, Beaulieu, Beauregard, Bédard, Béland, Bélanger, Benoît, Bergeron, Bernier, Berthier,
    Bertrand, Bilodeau, Blais, Blanchet, Boisvert, Bolduc, Bonnet, Bouchard, Boucher, Boudreault, Bourgeois, Brassard, Breton, Brodeur, Brunelle, Caron,
    Carrier, Castonguay, Chabot, Charbonneau, Charest-Roy, Chartrand, Chevalier, Chouinard, Cloutier, Corbeil, Cormier, Côté, Couture, Cyr, Daigle, Delorme,
    Demers, Deschênes, Desjarlais, Desrosiers, Dion-Hébert, Doyon, Drouin, Dubé, Dubois, Dubreuil, Duchesne, Dufour, Dufresne, Dumas, Dumont, Dupont,
    Dupuis, Durand, Duval, Fabre, Faucher, Fillion, Fontaine, Forget, Fortier, Fortin, Fournier, Gagné, Gagnon, Garnier, Gaudreault, Gauthier, Gélinas,
    Gendron, Germain, Gervais, Giguère, Gingras, Giroux, Godin, Gosselin, Goulet, Gravel, Grenier, Grondin, Guay, Guérin, Guimond, Hamel, Houle, Jacob,
    Jobin, Jutras, Labbé, Labelle, Laberge, Labrecque, Lachance, Lacroix, Laflamme, Lafleur-Morin, Lafontaine, Lajoie, Lalonde, Lambert, Landry,
    Langlois, Lapierre, Laplante, Lapointe, Larivière, Laroche, Larouche, Lavallée, Lavigne, Lavoie, Lebel, Leblanc, Leclerc-Noël, Lecomte, Leduc,
    Lefebvre, Legault-Roy, Lemay, Lemieux-Caron, Lepage, Lessard, Lévesque-Aubé, Maheux, Mailhot, Maltais, Marchand, Marcotte, Martel, Masson, Ménard,
    Mercier, Meunier, Michaud, Moreau, Moreau-Petit, Morin, Morissette, Nadeau, Noël, Ouellet, Paquet, Paquin, Paradis, Parent, Pelletier, Perrault,
    Perrier, Picard, Pinard, Plante, Plourde, Poirier, Poulin, Pouliot, Provost, Raymond, Renaud, Rhéaume, Richer, Rioux, Rivard, Robitaille, Rocheleau,
    Rousseau-Blais, Roussel, Roy, Ruel, Savard, Savoie, Séguin, Simard, Soucy, St-Amand, St-Onge, Tanguay, Tardif, Tessier, Théberge, Therrien, Thibault,
    Thivierge, Tourigny, Tremblay, Turcotte, Turgeon, Vachon, Vaillancourt, Valois, Veilleux, Verreault, Viau, Villeneuve-Côté, Vincent`),
  english:
    wordsOf(`Abbott, Alderson, Ashworth, Barclay, Barlow, Bennett, Blackwood, Bradshaw, Brennan, Burke, Caldwell, Cameron, Chadwick, Cole, Collins,
    Cooper, Crawford, Dawson, Donnelly, Doyle, Drummond, Eastman, Ellis, Fairchild, Ferguson, Fletcher, Forsyth, Gallagher, Gibson, Graham, Greenwood,
    Hadley, Harding, Hargreaves, Harper, Hayward, Holloway, Hughes, Hutchins, Ingram, Jarvis, Keane, Kendall, Lambourne, Lockhart, MacKay, MacLeod, Marsh,
    McAllister, McBride, McKenna, Mercer, Middleton, Moffat, Morrow, Nolan, Norris, Oakley, Palmer, Pemberton, Prescott, Quigley, Radcliffe, Redmond, Rowe,
    Sanderson, Sheridan, Sinclair, Stanton, Sutherland, Talbot, Thornton, Underhill, Wakefield, Walsh, Webster, Whitfield, Winslow, Wright, Yates`),
  african:
    wordsOf(`Amrani, Bamba, Bâ, Benali, Benhaddou, Camara, Cissé, Diallo, Diop, El Fassi, Fall, Haddad, Kaboré, Keita, Konaté, Koné, Mansouri, Mbaye,
    Mensah, Ndiaye, Okafor, Ouattara, Sarr, Sow, Tahiri, Touré, Traoré, Ziani`),
  asian:
    wordsOf(`Agarwal, Bhatt, Chaudhary, Chen, Dang, Desai, Do, Huang, Iyer, Kapoor, Kobayashi, Lam, Li, Lin, Liu, Mehta, Nakamura, Ngo, Nguyen, Park,
    Patel, Pham, Rao, Sato, Sharma, Tanaka, Tran, Vo, Wang, Wong, Wu, Zhao`),
  latin:
    wordsOf(`Almeida, Álvarez, Barros, Bianchi, Cardoso, Castillo, Conti, Costa, Cruz, Esposito, Fernández, Ferrari-Rossi, Gallo, Herrera, Lopes, Mendoza,
    Moretti, Navarro, Oliveira, Ortega, Pereira, Ramírez, Ribeiro, Romano, Salazar, Santos, Silva, Vargas`),
  eastern:
    wordsOf(`Avetisyan, Balan, Dobre, Hovsepian, Ilić, Ivanov, Jankowski, Kovačević, Kowalczyk, Lazăr, Markovic, Melnyk, Novak, Orlov, Papadakis,
    Petrov, Popescu, Savchenko, Shevchuk, Sokolov, Stoica, Tsiolis, Vasquez-Horvat, Wójcik, Zieliński`),
}
