from quietude.permissions.roles import Role


def test_everyone_plays(cast, client_of) -> None:
    assert set(cast.people) == set(Role)
    assert client_of(Role.CHAIR).get("/compte/").status_code == 200
