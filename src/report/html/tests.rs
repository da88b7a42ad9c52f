//! The page as text: what is escaped, what it consists of, that it is the same each time.
