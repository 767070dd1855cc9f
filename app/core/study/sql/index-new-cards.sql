-- Index: primary key of card, for cards that came since; item.key is unique.
SELECT card.id, item.id
  FROM main.card AS card
  JOIN library.item AS item ON item.key = card.key
 WHERE card.id > :since;
