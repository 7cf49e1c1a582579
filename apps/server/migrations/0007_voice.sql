-- Conversations aloud: what was not heard of a turn, and how a spoken turn sounded.

-- The persona's words that the learner cut off; they are no part of the conversation.
alter table turn add column unheard text;
-- The learner's turn was spoken: how long, whether hesitations are in the text, when each word was said.
alter table turn add column sound jsonb;
