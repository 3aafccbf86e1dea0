/** The row that a who-am-I needs, by the hash of a session's token and the time: the session, its account, the picture. */
export const whoAmIRow = `
  select s.id as session_id, s.account_id, s.started_at, s.last_used_at, a.username, a.nickname, a.gender, a.birthday,
    a.signature, p.name as picture_name, p.kind as picture_kind, a.phone, a.phone_claim, a.email, a.email_claim, a.level,
    a.created_at
  from sessions s join accounts a on a.id = s.account_id and a.locked_at is null left join pictures p on p.name = a.picture
  where s.token_hash = $1 and s.ends_at > $2`
